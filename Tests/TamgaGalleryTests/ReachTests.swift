import TamgaGallery
import TamgaMatcher
import TamgaTemplates
import Testing

/// A look of one finger that finds nobody reaches further down the list of the first stage.
@Suite struct ReachTests {
    private func search(
        _ probe: [ProbeFinger], survivors: Int, reach: Int?, rotation: Rotation = .usual
    ) throws -> SearchResult {
        var parameters = SearchParameters()
        parameters.survivors = StageWidth(least: survivors, perMillion: 0)
        parameters.reach = reach.map { StageWidth(least: $0, perMillion: 0) }
        return try Gallery.holding(People.crowd.get()).search(
            for: probe, maximumCandidates: 40, maximumRotation: rotation, positions: .asLabelled,
            parameters: parameters)
    }

    @Test(arguments: [1, 12, 39]) func whoIsNotAmongTheFirstIsFoundFurtherDown(reach: Int) throws {
        let probe = People.probe(4, [.rightIndex])
        // Nobody passes the first stage: nobody is found.
        let none = try search(probe, survivors: 0, reach: nil)
        #expect(none.candidates.isEmpty && none.effort.overlays == 0)
        let found = try search(probe, survivors: 0, reach: reach)
        #expect(try found.candidates.first?.person == People.id(4))
        #expect((found.effort.preselections, found.effort.overlays) == (0, reach))
    }

    @Test func whoIsFoundAtOnceCostsNoMore() throws {
        let found = try search(People.probe(4, [.rightIndex]), survivors: 5, reach: 40)
        #expect(try found.candidates.first?.person == People.id(4))
        #expect((found.effort.preselections, found.effort.overlays) == (5, 5))
    }

    @Test func nobodyIsComparedTwiceAndAllAreRankedTogether() throws {
        let stranger = People.probe(1_001, [.rightIndex])
        let narrow = try search(stranger, survivors: 5, reach: nil)
        let reaching = try search(stranger, survivors: 5, reach: 40)
        #expect((narrow.effort.overlays, reaching.effort.overlays) == (5, 40))
        let persons = reaching.candidates.map(\.person)
        #expect(Set(persons).count == persons.count)
        #expect(reaching.candidates.map(\.score) == reaching.candidates.map(\.score).sorted(by: >))
        #expect(reaching.candidates.first?.score ?? 0 >= narrow.candidates.first?.score ?? 0)
    }

    @Test func anyRotationReachesToTheSurvivorsOnly() throws {
        let stranger = People.probe(1_001, [.rightIndex])
        let both = try search(stranger, survivors: 5, reach: 40, rotation: .any)
        let first = try search(stranger, survivors: 5, reach: 40)
        #expect((first.effort.overlays, both.effort.overlays) == (40, 45))
    }

    /// Strangers whom look 1 lists cost as much as a look may: the mate, found at another rotation, is compared all the
    /// same.
    @Test func whomLookOneListedTakesNothingFromLookTwo() throws {
        var parameters = SearchParameters()
        parameters.floor = 0
        parameters.finalists = StageWidth(least: 3, perMillion: 0)
        parameters.exactComparisons = StageWidth(least: 6, perMillion: 0)
        parameters.leastExactPersons = 1
        let probe = People.probe(4, [.rightIndex]).map { finger in
            ProbeFinger(position: finger.position, views: finger.views.map { turned($0, by: 128) })
        }
        let found = try Gallery.holding(People.crowd.get()).search(
            for: probe, maximumCandidates: 40, positions: .asLabelled, parameters: parameters)
        #expect(try found.candidates.first?.person == People.id(4))
        // Look 1 compared six persons of one template each, in two helpings; look 2 those again and three more.
        #expect(found.effort.comparisons == 6 + 6 + 3)
    }

    /// What one helping has cost is missing in the next, and nobody is compared in both.
    @Test func bothHelpingsShareTheBudget() throws {
        var parameters = SearchParameters()
        parameters.floor = 0
        parameters.finalists = StageWidth(least: 4, perMillion: 0)
        parameters.exactComparisons = StageWidth(least: 6, perMillion: 0)
        parameters.leastExactPersons = 1
        let found = try Gallery.holding(People.crowd.get()).search(
            for: People.probe(1_001, [.rightIndex]), maximumCandidates: 40, maximumRotation: .usual,
            positions: .asLabelled, parameters: parameters)
        #expect(found.effort.comparisons == 6)
    }

    @Test func severalFingersReachNoFurther() throws {
        let stranger = People.probe(1_001)
        #expect(try search(stranger, survivors: 5, reach: 40) == search(stranger, survivors: 5, reach: nil))
    }
}
