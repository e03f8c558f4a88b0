import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// What a certificate needs, and how what was forgotten is made up for.
@Suite struct CertificateBasisTests {
    private static let right: [FingerPosition] = [.rightThumb, .rightIndex, .rightMiddle, .rightRing, .rightLittle]
    private static let left: [FingerPosition] = [.leftThumb, .leftIndex, .leftMiddle, .leftRing, .leftLittle]

    @Test func whatWasForgottenIsMadeUpForWhenThePersonComesAgain() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        var request = try Officer.request(1, Self.right)
        request.ground = nil
        let person = try #require(try await service.register(request).person)
        #expect(
            await .incomplete == IdentificationError.Code.thrown { _ = try await service.certificateBasis(of: person) })
        request = try Officer.request(
            1, Self.right, impression: 1, notTaken: Officer.missing(Self.left, .amputated))
        #expect(try await service.register(request).outcome == .notRegistered)
        for service in [service, try await registry.start()] {
            let basis = try await service.certificateBasis(of: person)
            #expect(basis.ground == .residence && basis.taken == Self.right)
            #expect(basis.notTaken.map(\.position.position) == Self.left)
        }
    }

    /// Somebody else who says to be the person says nothing of the person.
    @Test func othersMakeUpForNothing() async throws {
        let service = try await Registry().start()
        let claims = [try Officer.passport(1)]
        // The ground alone is lacking: nothing else stands in the way of what the other says.
        var request = try Officer.request(
            1, Self.right, claims: claims, notTaken: Officer.missing(Self.left, .amputated))
        request.ground = nil
        let person = try #require(try await service.register(request).person)
        let other = try await service.register(Officer.request(2, Self.right, claims: claims))
        #expect(other.verdict == .otherPersonUnderIdentity)
        #expect(
            await .incomplete == IdentificationError.Code.thrown { _ = try await service.certificateBasis(of: person) })
    }
}
