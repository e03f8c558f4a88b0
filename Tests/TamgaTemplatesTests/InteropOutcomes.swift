import TamgaTemplates

/// What is expected of each file of the interoperability set that claims ISO/IEC 19794-2:2005, by name.
/// Every other file of the set is of another format and must be refused as such.
enum InteropOutcomes {
    /// Read without deviation.
    static let plain: Set<String> = [
        "DongChengdongHangZhou_iso-19794-2-2005-decoder__iso2005template.fmr",
        "DongChengdongHangZhou_iso-19794-2-2005-decoder__isoTemplate.fmr",
        "edberg_SourceAFIS__1_1.ist",
        "edberg_SourceAFIS__1_2.ist",
        "edberg_SourceAFIS__2_1.ist",
        "edberg_SourceAFIS__2_2.ist",
        "mantra_iso2005_same_finger_0xD8.fmr",
        "mirzaadil_sourceafis-full-java__text_00266bc2.fmr",
        "mirzaadil_sourceafis-full-java__text_380c6889.fmr",
        "mirzaadil_sourceafis-full-java__text_3f41c969.fmr",
        "mirzaadil_sourceafis-full-java__text_5f16bc7a.fmr",
        "mirzaadil_sourceafis-full-java__text_83ac4354.fmr",
        "mosip_id-authentication__text_0ca333ef.fmr",
        "mosip_id-authentication__text_28254961.fmr",
        "mosip_id-authentication__text_449a786c.fmr",
        "mosip_id-authentication__text_4e017c39.fmr",
        "mosip_id-authentication__text_aebc01ab.fmr",
        "mosip_id-authentication__text_d093cf1a.fmr",
        "mosip_registration-client__ISOTemplate.iso",
        "mosip_registration-client__ISOTemplate_00dd4b.iso",
        "mosip_registration-client__ISOTemplate_1a91b5.iso",
        "mosip_registration-client__ISOTemplate_1ea9c8.iso",
        "mosip_registration-client__ISOTemplate_40f2b2.iso",
        "mosip_registration-client__ISOTemplate_50986d.iso",
        "mosip_registration-client__ISOTemplate_515ca5.iso",
        "mosip_registration-client__ISOTemplate_60fee6.iso",
        "mosip_registration-client__ISOTemplate_6398d7.iso",
        "mosip_registration-client__ISOTemplate_64f7ba.iso",
        "mosip_registration-client__ISOTemplate_697454.iso",
        "mosip_registration-client__ISOTemplate_6ed788.iso",
        "mosip_registration-client__ISOTemplate_73a760.iso",
        "mosip_registration-client__ISOTemplate_7757cb.iso",
        "mosip_registration-client__ISOTemplate_822221.iso",
        "mosip_registration-client__ISOTemplate_8d1c5e.iso",
        "mosip_registration-client__ISOTemplate_8f1433.iso",
        "mosip_registration-client__ISOTemplate_91fb96.iso",
        "mosip_registration-client__ISOTemplate_af27d4.iso",
        "mosip_registration-client__ISOTemplate_b8f8a9.iso",
        "mosip_registration-client__ISOTemplate_eab5c5.iso",
        "mosip_registration-client__ISOTemplate_eb9877.iso",
        "mosip_registration-client__ISOTemplate_ee7bdf.iso",
        "suyog44_biometric-systems__fmrecord_iso_a1.dat",
        "suyog44_biometric-systems__fmrecord_iso_a2.dat",
        "suyog44_biometric-systems__fmrecord_iso_b1.dat",
        "suyog44_biometric-systems__fmrecord_iso_b2.dat",
    ]

    /// Read with these deviations.
    static let deviating: [String: [TemplateDeviation]] = {
        var outcomes: [String: [TemplateDeviation]] = [
            // Declares 340 bytes, has 341, and needs them all.
            "usnistgov_biomdi__Appendix-C2_Example.raw.fmr": [TemplateDeviation(.oneByteBeyondLength)],
            // Its extended data says 42 bytes and has 41.
            "usnistgov_libbiomeval__fmr.iso2005.fmr": [TemplateDeviation(.extendedDataOneByteShort, view: 2)],
            "robertvazan_fingerprintio-java__iso19794p2v2005-sample.dat": [
                TemplateDeviation(.itemLengthWithoutHeader, view: 2)
            ],
        ]
        for name in padded { outcomes[name] = [TemplateDeviation(.zeroPadding)] }
        for name in viewsFromOne { outcomes[name] = [TemplateDeviation(.viewNumber, view: 1)] }
        return outcomes
    }()

    /// Number their only view 1.
    private static let viewsFromOne = [
        "Simprints_Android-Simprints-ID__text_05954ea5.fmr",
        "Simprints_Android-Simprints-ID__text_502d6e14.fmr",
        "Simprints_Android-Simprints-ID__text_67701ed7.fmr",
        "Simprints_Android-Simprints-ID__text_b6f89540.fmr",
        "Simprints_Android-Simprints-ID__text_ba33d4da.fmr",
        "Simprints_Android-Simprints-ID__text_d78514b2.fmr",
        "Simprints_Android-Simprints-ID__text_da3d9f1b.fmr",
    ]

    /// Refused: code, field and place.
    static let refused: [String: (TemplateError.Code, String, Int)] = {
        var outcomes: [String: (TemplateError.Code, String, Int)] = [:]
        for name in cutShort { outcomes[name] = (.truncated, "total record length", 8) }
        return outcomes
    }()

    private static let cutShort = [
        "LSHTM-ORK_ODK_Biometrics__text_2cdb5b5d.fmr",
        "LSHTM-ORK_ODK_Biometrics__text_316b7f85.fmr",
        "LSHTM-ORK_ODK_Biometrics__text_a5fd04b4.fmr",
        "LSHTM-ORK_ODK_Biometrics__text_b886f810.fmr",
        "LSHTM-ORK_ODK_Biometrics__text_bac84cb2.fmr",
        "mosip_id-authentication__text_a013dd88.fmr",
        "neilharan_openafis__101_1_truncate_1_byte.iso",
        "neilharan_openafis__101_1_truncate_2_bytes.iso",
        "neilharan_openafis__101_1_truncate_3_bytes.iso",
    ]

    /// Filled with zeros to 384 bytes.
    private static let padded = [
        "robertvazan_sourceafis-java__iso-matching.dat",
        "robertvazan_sourceafis-java__iso-nonmatching.dat",
    ]
}
