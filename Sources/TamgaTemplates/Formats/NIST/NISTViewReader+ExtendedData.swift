// Ridge counts, cores and deltas of the M1 block.
extension NISTViewReader {
    func extendedData() throws(TemplateError) -> [ExtendedDataItem] {
        var items: [ExtendedDataItem] = []
        if let counts = try numbers(Field.ridgeCounts) { items.append(.ridgeCounts(try ridgeCounts(counts))) }
        let cores = try points(Field.cores, angles: 1)
        let deltas = try addAngles(to: points(Field.deltas, angles: 1))
        if !cores.isEmpty || !deltas.isEmpty {
            items.append(.coresAndDeltas(CoresAndDeltas(cores: cores, deltas: deltas)))
        }
        return items
    }

    private func ridgeCounts(_ numbers: [Int]) throws(TemplateError) -> RidgeCounts {
        guard numbers.count % 3 == 0, let method = numbers.first, method <= 2,
            numbers.allSatisfy({ $0 <= TemplateLimits.minutiaePerView })
        else {
            throw error(.outOfRange, "9.138: ridge counts", numbers.count, "subfields of 3 numbers, 0 to 255")
        }
        let counts = stride(from: 3, to: numbers.count, by: 3).map {
            RidgeCount(
                first: UInt8(numbers[$0]), second: UInt8(numbers[$0 + 1]), count: UInt8(numbers[$0 + 2]))
        }
        return RidgeCounts(method: UInt8(method), counts: counts)
    }

    private func points(_ number: Int, angles: Int) throws(TemplateError) -> [SingularPoint] {
        var points: [SingularPoint] = []
        for items in subfields(number) {
            guard items.count == 2 || items.count == 2 + angles, points.count < TemplateLimits.singularPoints else {
                throw error(
                    .badLength, "9.\(number): points", items.count,
                    "x, y and one angle or none of at most \(TemplateLimits.singularPoints)")
            }
            points.append(
                SingularPoint(
                    x: UInt16(try self.number(items[0], "9.\(number): x", 0...RecordBits.coordinate)),
                    y: UInt16(try self.number(items[1], "9.\(number): y", 0...RecordBits.coordinate)),
                    angles: items.count == 2 ? [] : [UInt8(try angle(items[2], number))]))
        }
        return points
    }

    private func angle(_ text: ArraySlice<UInt8>, _ number: Int) throws(TemplateError) -> Int {
        try self.number(text, "9.\(number): angle", 0...TemplateFormat.ansiNIST.anglesPerTurn - 1)
    }

    /// Field 9.141 holds the second and third angle of each delta that has a first.
    private func addAngles(to deltas: [SingularPoint]) throws(TemplateError) -> [SingularPoint] {
        let pairs = subfields(Field.deltaAngles)
        var deltas = deltas
        var next = pairs.startIndex
        for index in deltas.indices where !deltas[index].angles.isEmpty {
            guard next < pairs.endIndex, pairs[next].count == 2 else {
                throw error(.badLength, "9.141: angles", pairs.count, "two for each delta with an angle")
            }
            deltas[index].angles += [UInt8(try angle(pairs[next][0], 141)), UInt8(try angle(pairs[next][1], 141))]
            next += 1
        }
        return deltas
    }
}
