/// The symbols of a text in byte mode, data and check symbols in the order in which they are laid out.
enum CodeSymbols {
    static func of(_ text: [UInt8], version: CodeVersion) -> [UInt8] {
        interleaved(data(text, version), version)
    }

    /// Mode, count, bytes, terminator and padding (ISO/IEC 18004:2015, 7.4).
    private static func data(_ text: [UInt8], _ version: CodeVersion) -> [UInt8] {
        let capacity = version.dataSymbols * 8
        var bits: [Bool] = []
        func add(_ value: Int, _ count: Int) { bits += (0..<count).reversed().map { value >> $0 & 1 == 1 } }
        add(0b0100, 4)
        add(text.count, version.countBits)
        for byte in text { add(Int(byte), 8) }
        add(0, min(4, capacity - bits.count))
        add(0, (8 - bits.count % 8) % 8)
        var symbols = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        let padding: [UInt8] = [0xEC, 0x11]
        let free = version.dataSymbols - symbols.count
        symbols += (0..<free).map { padding[$0 % 2] }
        return symbols
    }

    /// The first symbols of all blocks, then the second, and so on; check symbols after the data (7.6).
    private static func interleaved(_ data: [UInt8], _ version: CodeVersion) -> [UInt8] {
        let short = version.dataSymbols / version.blocks
        let longOnes = version.dataSymbols % version.blocks
        var blocks: [ArraySlice<UInt8>] = []
        var rest = data[...]
        for index in 0..<version.blocks {
            let length = index < version.blocks - longOnes ? short : short + 1
            blocks.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        let checks = blocks.map { ReedSolomon.checkSymbols(of: $0, count: version.checkSymbols) }
        let inTurn = (0...short).flatMap { place in blocks.compactMap { $0.dropFirst(place).first } }
        return inTurn + (0..<version.checkSymbols).flatMap { place in checks.map { $0[place] } }
    }
}
