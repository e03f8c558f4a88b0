public import TamgaTemplates

extension TemplateDeviation.Kind {
    /// What the record holds, in words, and how it is read: the table at `TemplateDeviation`.
    public var meaning: String {
        switch self {
        case .oneByteBeyondLength: "one byte more than the total length says; it is read as data or ignored"
        case .twoBytesBeyondLength: "two bytes more than the total length says, and the views need them; read as data"
        case .zeroPadding: "nothing but zeros after the total length; ignored"
        case .longLengthForm: "six bytes of length where two would do; read as they stand"
        case .versionDigits: "version 020 for \" 20\"; read as \" 20\""
        case .draftHeader: "no byte of certification in the header; read as in the draft, 4 bits before the device"
        case .coordinateOnEdge: "x equals the image's width, or y its height; read as it stands"
        case .itemLengthWithoutHeader: "extended data items whose length leaves out their own 4 bytes; read as meant"
        case .extendedDataOneByteShort: "extended data and its last item end one byte early; read as it is"
        case .extendedItemUnread: "an item of a standard's type that does not read as such; kept as bytes"
        case .viewNumber: "view numbers of a finger that do not count 0, 1, 2 ...; read as they stand"
        case .reservedBits: "a reserved byte or bit field that is not zero; ignored"
        case .codeOfAnotherStandard: "a position or impression that only ANSI/NIST-ITL names; read as named there"
        case .recordPassedOver: "a Type-9 record without the M1 block; passed over"
        case .minutiaCount: "field 9.136 is not the number of minutiae in 9.137; those in 9.137 are read"
        }
    }
}
