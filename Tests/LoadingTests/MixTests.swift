import TamgaHarness
import TamgaLoading
import Testing

@Suite struct MixTests {
    @Test func weightsBecomeShares() throws {
        let mix = try Mix(parsing: "border=3,bulk=1,enrolment=0")
        #expect(mix.share(of: .border) == 0.75 && mix.share(of: .bulk) == 0.25)
        #expect(mix.share(of: .enrolment) == 0 && mix.classes == [.border, .bulk])
        #expect("\(mix)" == "border 75 %, bulk 25 %")
    }

    @Test(arguments: [
        ("border", "'border' is not CLASS=WEIGHT"), ("border=x", "'border=x' is not"), ("border=-1", "is not"),
        ("border=nan", "is not"), ("borders=1", "'borders' is no class"), ("bulk-flat-out=1", "is no class"),
        ("border=1,border=2", "named twice"), ("border=0", "no class has a weight"), ("", "no class has a weight"),
    ])
    func whatIsNoMixIsRefused(_ text: String, _ words: String) {
        #expect {
            try Mix(parsing: text)
        } throws: { error in
            "\(error)".contains(words) && (error as? LoadError)?.field == "mix"
        }
    }

    @Test func drawsFollowTheShares() throws {
        let mix = try Mix(parsing: "border=60,enrolment=30,verification=10")
        var dice = Dice(seed: 4, stream: 1)
        var counts: [LoadClass: Int] = [:]
        for _ in 0..<20_000 { counts[mix.draw(using: &dice), default: 0] += 1 }
        // Five standard deviations of a binomial of 20,000 are at most 354.
        for (kind, share) in mix.shares { #expect(abs(Double(counts[kind] ?? 0) - share * 20_000) < 354) }
        #expect(counts.count == 3)
    }
}
