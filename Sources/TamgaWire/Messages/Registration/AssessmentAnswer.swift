/// An answer whose whole body is an assessment.
package protocol AssessmentAnswer: WireMessage {
    var assessment: Assessment { get }

    init(assessment: Assessment)
}

extension AssessmentAnswer {
    package static var fields: [FieldRule] { Assessment.fields }

    package init(reading fields: FieldReader) throws(WireError) {
        self.init(assessment: try Assessment(reading: fields))
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try assessment.write(to: &writer)
    }
}
