import TamgaClient
import TamgaLoading
import TamgaWire
import Testing

@Suite struct RequestTermsTests {
    @Test func everyClassIsNamed() {
        let terms = RequestTerms()
        let classes = LoadClass.allCases.map { terms.options(of: $0).requestClass }
        #expect(classes == [.border, .enrolment, .bulk, .border, .bulk])
        #expect(terms.options(of: .border).deadlineMilliseconds == nil)
    }

    @Test func classesCanBeLeftToTheServer() {
        var terms = RequestTerms()
        (terms.namesClasses, terms.deadlineMilliseconds) = (false, 700)
        #expect(terms.options(of: .bulk) == RequestOptions(deadlineMilliseconds: 700, requestClass: nil))
    }

    @Test func theServersWordOnWhenToAskAgainIsRead() {
        let refusal = ErrorMessage(code: .tooManyRequests, message: "full", retryAfter: 250)
        #expect(Reply.failed(ClientError(refused: refusal)).retryAfter == 250)
        #expect(Reply.failed(ClientError(.timeout, "x")).retryAfter == nil)
    }
}
