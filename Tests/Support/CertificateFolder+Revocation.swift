import Foundation

// Dates are in seconds from now; negative ones are past.
extension CertificateFolder {
    /// Makes a revocation list beside the certificates, `NAME.crl`, as a whole file: it may replace one.
    ///
    /// - Parameters:
    ///   - revoked: names of certificates that the authority takes back.
    ///   - authority: the name of who signs.
    ///   - from: when it was made; until: when the next one is due.
    ///   - folder: where the certificates lie; nil for the shared folder.
    public static func makeList(
        _ name: String, revoked: [String] = [], authority: String = "ca", from: Int = -3_600, until: Int = 86_400,
        in folder: String? = nil
    ) throws {
        let directory = try folder ?? shared.get()
        let script = """
            set -e
            directory=$1 name=$2 authority=$3 from=$4 until=$5
            shift 5
            work=$(mktemp -d "$directory/.list.XXXXXX")
            trap 'rm -rf "$work"' EXIT
            : >"$work/index"
            echo 1000 >"$work/number"
            cat >"$work/cnf" <<END
            [ca]
            default_ca = authority
            [authority]
            database = $work/index
            crlnumber = $work/number
            default_md = sha256
            END
            authority="-config $work/cnf -cert $directory/$authority.pem -keyfile $directory/$authority.key"
            for one in "$@"; do openssl ca $authority -revoke "$directory/$one.pem"; done
            openssl ca $authority -gencrl -crl_lastupdate "$from" -crl_nextupdate "$until" -out "$work/crl"
            mv "$work/crl" "$directory/$name.crl"
            """
        try run(["-c", script, "sh", directory, name, authority, stamp(from), stamp(until)] + revoked)
    }

    /// Makes a station's certificate with a validity of its own, beside the others: `NAME.pem` and `NAME.key`.
    ///
    /// - Parameters:
    ///   - name: unlike those that are there.
    ///   - from: the first moment of its validity; until: the last.
    public static func makeStation(_ name: String, from: Int, until: Int, in folder: String? = nil) throws {
        let directory = try folder ?? shared.get()
        let script = """
            set -e
            directory=$1 name=$2
            work=$(mktemp -d "$directory/.station.XXXXXX")
            trap 'rm -rf "$work"' EXIT
            : >"$work/index"
            cat >"$work/cnf" <<END
            [ca]
            default_ca = authority
            [authority]
            database = $work/index
            serial = $work/serial
            new_certs_dir = $work
            default_md = sha256
            policy = policy
            [policy]
            commonName = supplied
            [station]
            basicConstraints = critical, CA:FALSE
            keyUsage = critical, digitalSignature
            extendedKeyUsage = clientAuth
            END
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$directory/$name.key"
            openssl req -new -subj "/CN=$name" -key "$directory/$name.key" -out "$work/csr"
            openssl ca -batch -notext -rand_serial -config "$work/cnf" -cert "$directory/ca.pem" \
                -keyfile "$directory/ca.key" -extensions station -startdate "$3" -enddate "$4" \
                -in "$work/csr" -out "$directory/$name.pem"
            """
        try run(["-c", script, "sh", directory, name, stamp(from), stamp(until)])
    }

    /// Makes another certificate for the server, `localhost`, by the same authority: `NAME.pem` and `NAME.key`.
    public static func makeServer(_ name: String, in folder: String? = nil) throws {
        let directory = try folder ?? shared.get()
        let script = """
            set -e
            directory=$1 name=$2
            work=$(mktemp -d "$directory/.server.XXXXXX")
            trap 'rm -rf "$work"' EXIT
            cat >"$work/cnf" <<END
            [server]
            basicConstraints = critical, CA:FALSE
            keyUsage = critical, digitalSignature
            extendedKeyUsage = serverAuth
            subjectAltName = DNS:localhost, IP:127.0.0.1
            END
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$directory/$name.key"
            openssl req -new -subj "/O=Tamga development/CN=$name" -key "$directory/$name.key" -out "$work/csr"
            openssl x509 -req -sha256 -days 2 -in "$work/csr" -extfile "$work/cnf" -extensions server \
                -set_serial "0x$(openssl rand -hex 15)" -CA "$directory/ca.pem" -CAkey "$directory/ca.key" \
                -out "$directory/$name.pem"
            """
        try run(["-c", script, "sh", directory, name])
    }

    /// Another authority of the same name, alone in a new folder: `ca.pem` and `ca.key`.
    public static func makeForger(_ folder: String) throws {
        let script = """
            set -e
            mkdir "$1"
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1/ca.key"
            openssl req -new -x509 -days 2 -subj "/O=Tamga development/CN=Tamga development authority" \
                -key "$1/ca.key" -out "$1/ca.pem"
            """
        try run(["-c", script, "sh", folder])
    }

    /// `YYYYMMDDHHMMSSZ`.
    private static func stamp(_ seconds: Int) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "UTC")
        format.dateFormat = "yyyyMMddHHmmss'Z'"
        return format.string(from: Date(timeIntervalSinceNow: TimeInterval(seconds)))
    }
}
