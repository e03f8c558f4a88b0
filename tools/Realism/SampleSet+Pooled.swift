extension SampleSet {
    /// The development sets that are pooled: real fingers, NIST mindtct. FVC's DB4 is left out: it is synthetic itself.
    package static let pooled = [
        "fvc2002_db1_b/mindtct", "fvc2002_db2_b/mindtct", "fvc2002_db3_b/mindtct", "fvc2000_db1_b/mindtct",
        "fvc2000_db2_b/mindtct", "neurotechnology_uareu/mindtct", "neurotechnology_crossmatch/mindtct",
        "neurotechnology_upek/mindtct",
    ]
}
