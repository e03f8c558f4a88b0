import Testing

@Suite struct DocstringRuleTests {
    private func lines(_ text: String, at path: String = "Sources/TamgaWire/A.swift") -> [Int] {
        DocstringRule.check(Tree([path: text])).map(\.line)
    }

    @Test(arguments: [
        "public struct A {", "open class A {", "public final class A: @unchecked Sendable {", "public init?(a: Int) {",
        "    public static let a = 1", "public enum A {", "public protocol A {", "public actor A {",
        "public typealias A = B", "@inlinable public func a()", "@available(*, b(c)) public mutating func a() {",
        "public private(set) static var a = 1", "public class func a() {", "nonisolated public func a() {",
        "public subscript(a: Int) -> Int {", "public static func > (a: A, b: A) -> Bool {", "public init<T>(_ a: T) {",
    ])
    func aPublicDeclarationNeedsADocstring(text: String) {
        #expect(lines(text) == [1])
        #expect(lines("/// What it is.\n" + text).isEmpty)
        #expect(lines("/** What it is. */\n@frozen\n// SAFETY: yes.\n" + text).isEmpty)
        #expect(lines("/// What it is.\n\n" + text) == [3])
        #expect(lines("// What it is.\n" + text) == [2])
        #expect(lines(text, at: "tools/tamga-eval/A.swift").isEmpty)
    }

    @Test func aWitnessIsDocumentedByItsProtocol() {
        let asked = "/// Doc.\npublic protocol P {\n    /// Doc.\n    func a()\n}\n"
        #expect(lines(asked + "struct S: Q, P {\n    public func a() {}\n}").isEmpty)
        #expect(lines(asked + "extension S: P {\n    public func a() {}\n    public func b() {}\n}") == [8])
        #expect(lines(asked + "struct S: P {}\nextension S {\n    public func a() {}\n}").isEmpty)
        #expect(lines("class H: ChannelDuplexHandler {\n    public func write() {}\n}").isEmpty)
        #expect(lines("class H {\n    public func write() {}\n}") == [2])
        #expect(lines(asked + "struct S {\n    public func a() {}\n}") == [7])
        #expect(lines(asked + "struct S: P {\n    struct T {\n    public func a() {}\n    }\n}") == [8])
    }

    @Test(arguments: [
        "struct A {", "package func a()", "public var a: Int", "public let a = 1", "public var description: String {",
        "public static func == (a: A, b: A) -> Bool {", "public static func <(a: A, b: A) -> Bool {",
        "public func hash(into hasher: inout Hasher) {", "public import A", "extension A {", "// public func a()",
        "let publicity = 1", "private static func a(public b: Int)",
    ])
    func theRestMayDoWithout(text: String) {
        #expect(lines(text).isEmpty)
    }
}
