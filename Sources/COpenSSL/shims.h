/* OpenSSL 3 for Swift: what the importer cannot see (macros, constants behind casts) gets a static inline shim. */
#ifndef TAMGA_COPENSSL_SHIMS_H
#define TAMGA_COPENSSL_SHIMS_H

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if OPENSSL_VERSION_NUMBER < 0x30000000L
#error "Tamga needs OpenSSL 3"
#endif

/* The name the two ends agree on, in ALPN's own form: a length byte, then the name. */
static const unsigned char COpenSSL_alpn_tamga[] = {7, 't', 'a', 'm', 'g', 'a', '/', '1'};

/* Macro over SSL_CTX_ctrl. */
static inline int COpenSSL_CTX_set_min_version(SSL_CTX *ctx, int version) {
    return (int)SSL_CTX_set_min_proto_version(ctx, version);
}

/* Macro over SSL_CTX_ctrl. */
static inline int COpenSSL_CTX_set_max_version(SSL_CTX *ctx, int version) {
    return (int)SSL_CTX_set_max_proto_version(ctx, version);
}

/* Options are built by the SSL_OP_BIT macro, which Swift does not import. */
static inline void COpenSSL_CTX_forbid_extras(SSL_CTX *ctx) {
    (void)SSL_CTX_set_options(ctx, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
}

/* Macro over SSL_CTX_ctrl: this side keeps nothing of a session; what a server needs is in the ticket it gives away. */
static inline void COpenSSL_CTX_forget_sessions(SSL_CTX *ctx) {
    (void)SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
}

/* Macro over SSL_CTX_ctrl: an idle connection gives its record buffers back; only the chain in the file is sent. */
static inline void COpenSSL_CTX_set_modes(SSL_CTX *ctx) {
    (void)SSL_CTX_set_mode(ctx, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_NO_AUTO_CHAIN);
}

/* Macro over SSL_CTX_ctrl: bytes of a peer's whole chain. */
static inline void COpenSSL_CTX_set_chain_bytes(SSL_CTX *ctx, long bytes) {
    (void)SSL_CTX_set_max_cert_list(ctx, bytes);
}

/* A C callback: it answers "no password", where OpenSSL would ask on the terminal. */
static int COpenSSL_no_password(char *buffer, int size, int writing, void *user) {
    (void)buffer, (void)size, (void)writing, (void)user;
    return -1;
}

/* Installs the callback above; Swift cannot name a static function as a C function pointer. */
static inline void COpenSSL_CTX_refuse_passwords(SSL_CTX *ctx) {
    SSL_CTX_set_default_passwd_cb(ctx, COpenSSL_no_password);
}

/* The three readers of PEM take the callback above; nothing is asked on the terminal. */
static inline EVP_PKEY *COpenSSL_read_private_key(BIO *in) {
    return PEM_read_bio_PrivateKey(in, NULL, COpenSSL_no_password, NULL);
}

static inline EVP_PKEY *COpenSSL_read_public_key(BIO *in) {
    return PEM_read_bio_PUBKEY(in, NULL, COpenSSL_no_password, NULL);
}

static inline X509 *COpenSSL_read_certificate(BIO *in) {
    return PEM_read_bio_X509(in, NULL, COpenSSL_no_password, NULL);
}

/* A C callback: the answer must point into memory that outlives the call, so the constant lives here. */
static int COpenSSL_select_alpn(
    SSL *ssl, const unsigned char **out, unsigned char *outlen, const unsigned char *in, unsigned int inlen,
    void *user) {
    (void)ssl, (void)user;
    int found = SSL_select_next_proto(
        (unsigned char **)out, outlen, COpenSSL_alpn_tamga, sizeof COpenSSL_alpn_tamga, in, inlen);
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

/* A C callback: OpenSSL lets a client leave ALPN out, and only the hello shows it in time to send an alert. */
static int COpenSSL_require_alpn(SSL *ssl, int *alert, void *user) {
    const unsigned char *extension;
    size_t length;
    (void)user;
    if (SSL_client_hello_get0_ext(ssl, TLSEXT_TYPE_application_layer_protocol_negotiation, &extension, &length) == 1)
        return SSL_CLIENT_HELLO_SUCCESS;
    *alert = SSL_AD_NO_APPLICATION_PROTOCOL;
    return SSL_CLIENT_HELLO_ERROR;
}

/* Installs the two callbacks above on a server. */
static inline void COpenSSL_CTX_demand_alpn(SSL_CTX *ctx) {
    SSL_CTX_set_alpn_select_cb(ctx, COpenSSL_select_alpn, NULL);
    SSL_CTX_set_client_hello_cb(ctx, COpenSSL_require_alpn, NULL);
}

/* The array is imported as a tuple, which has no stable address; returns 0 when done, as the function below it. */
static inline int COpenSSL_CTX_offer_alpn(SSL_CTX *ctx) {
    return SSL_CTX_set_alpn_protos(ctx, COpenSSL_alpn_tamga, sizeof COpenSSL_alpn_tamga);
}

/* Compares in C, for the reason above. */
static inline int COpenSSL_alpn_is_tamga(const SSL *ssl) {
    const unsigned char *name;
    unsigned int length;
    SSL_get0_alpn_selected(ssl, &name, &length);
    return length == COpenSSL_alpn_tamga[0] && memcmp(name, COpenSSL_alpn_tamga + 1, length) == 0;
}

/* Whether a client's certificate is good now by the rules, authorities and lists of the context: X509_V_OK, or why not.
   The same settings in the same order as libssl has for a handshake; `others` are what the client sent besides. */
static inline int COpenSSL_judge(SSL_CTX *ctx, X509 *certificate, STACK_OF(X509) *others) {
    int verdict = X509_V_ERR_OUT_OF_MEM;
    X509_STORE_CTX *work = X509_STORE_CTX_new();
    /* Called in the middle of handshakes: what it leaves in the error queue would be taken for theirs. */
    ERR_set_mark();
    if (work != NULL && X509_STORE_CTX_init(work, SSL_CTX_get_cert_store(ctx), certificate, others) == 1) {
        X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(work);
        X509_VERIFY_PARAM_set_auth_level(rules, SSL_CTX_get_security_level(ctx));
        if (X509_STORE_CTX_set_default(work, "ssl_client") == 1 &&
            X509_VERIFY_PARAM_set1(rules, SSL_CTX_get0_param(ctx)) == 1) {
            int valid = X509_verify_cert(work);
            verdict = X509_STORE_CTX_get_error(work);
            if (valid != 1 && verdict == X509_V_OK) verdict = X509_V_ERR_UNSPECIFIED;
        }
    }
    X509_STORE_CTX_free(work);
    ERR_pop_to_mark();
    return verdict;
}

/* A C callback: a ticket counts only where its certificate, judged anew, does, and within its time, which libssl looks
   at later: a ticket not used is replaced by another, one used is not, so that the first handshake bounds them all. */
static SSL_TICKET_RETURN COpenSSL_judge_ticket(
    SSL *ssl, SSL_SESSION *session, const unsigned char *name, size_t length, SSL_TICKET_STATUS status, void *user) {
    X509 *certificate;
    (void)name, (void)length, (void)user;
    if (status != SSL_TICKET_SUCCESS && status != SSL_TICKET_SUCCESS_RENEW) return SSL_TICKET_RETURN_IGNORE_RENEW;
    certificate = SSL_SESSION_get0_peer(session);
    if (certificate == NULL || (long)time(NULL) - SSL_SESSION_get_time(session) >= SSL_SESSION_get_timeout(session))
        return SSL_TICKET_RETURN_IGNORE_RENEW;
    if (COpenSSL_judge(SSL_get_SSL_CTX(ssl), certificate, NULL) != X509_V_OK) return SSL_TICKET_RETURN_IGNORE_RENEW;
    (void)SSL_set_num_tickets(ssl, 0);
    return SSL_TICKET_RETURN_USE;
}

/* Tickets of a server, so many for a full handshake, that count for so many seconds; never early data. */
static inline int COpenSSL_CTX_give_tickets(SSL_CTX *ctx, size_t count, long seconds) {
    static const unsigned char purpose[] = {'t', 'a', 'm', 'g', 'a', '/', '1'};
    (void)SSL_CTX_set_timeout(ctx, seconds);
    return SSL_CTX_set_num_tickets(ctx, count) == 1 && SSL_CTX_set_max_early_data(ctx, 0) == 1 &&
           SSL_CTX_set_recv_max_early_data(ctx, 0) == 1 &&
           SSL_CTX_set_session_id_context(ctx, purpose, sizeof purpose) == 1 &&
           SSL_CTX_set_session_ticket_cb(ctx, NULL, COpenSSL_judge_ticket, NULL) == 1;
}

/* A C callback: libssl forgets a certificate that it refuses, and a log has to name it. */
static int COpenSSL_keep_refused(int valid, X509_STORE_CTX *work) {
    SSL *ssl = (SSL *)X509_STORE_CTX_get_ex_data(work, SSL_get_ex_data_X509_STORE_CTX_idx());
    X509 *leaf = X509_STORE_CTX_get0_cert(work);
    if (!valid && ssl != NULL && leaf != NULL && SSL_get_app_data(ssl) == NULL && X509_up_ref(leaf) == 1 &&
        SSL_set_app_data(ssl, leaf) != 1)
        X509_free(leaf);
    return valid;
}

/* Demands a certificate, judged by libssl; the callback above changes no verdict. */
static inline void COpenSSL_CTX_demand_certificate(SSL_CTX *ctx) {
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, COpenSSL_keep_refused);
}

/* The certificate that was refused, or NULL; the SSL's until the next call takes it away. */
static inline X509 *COpenSSL_get0_refused(const SSL *ssl) {
    return (X509 *)SSL_get_app_data(ssl);
}

static inline void COpenSSL_drop_refused(SSL *ssl) {
    X509_free((X509 *)SSL_get_app_data(ssl));
    (void)SSL_set_app_data(ssl, NULL);
}

/* The authority of that index among those of the context, or NULL; only while it is set up. */
static inline X509 *COpenSSL_CTX_get0_authority(SSL_CTX *ctx, int index) {
    STACK_OF(X509_OBJECT) *all = X509_STORE_get0_objects(SSL_CTX_get_cert_store(ctx));
    for (int place = 0; place < sk_X509_OBJECT_num(all); place++) {
        X509 *certificate = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(all, place));
        if (certificate != NULL && index-- == 0) return certificate;
    }
    return NULL;
}

/* From now on every certificate of a chain must have a list of its authority that counts now. */
static inline int COpenSSL_CTX_demand_lists(SSL_CTX *ctx) {
    return X509_VERIFY_PARAM_set_flags(
        SSL_CTX_get0_param(ctx), X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
}

/* The reader of PEM takes the callback that asks nobody. */
static inline X509_CRL *COpenSSL_read_list(BIO *in) {
    return PEM_read_bio_X509_CRL(in, NULL, COpenSSL_no_password, NULL);
}

/* A number of a macro. */
static inline int COpenSSL_is_end_of_pem(unsigned long code) {
    return ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
}

/* Macro of the typed stacks; a list that revokes nobody has none. */
static inline int COpenSSL_list_count(X509_CRL *list) {
    STACK_OF(X509_REVOKED) *all = X509_CRL_get_REVOKED(list);
    return all == NULL ? 0 : sk_X509_REVOKED_num(all);
}

/* A list that only says what changed since another one (RFC 5280, 5.2.4). */
static inline int COpenSSL_list_is_delta(const X509_CRL *list) {
    return X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) >= 0;
}

/* Seconds since 1970; -1 where the time cannot be read. */
static inline int64_t COpenSSL_seconds(const ASN1_TIME *moment) {
    struct tm parts;
    if (moment == NULL || ASN1_TIME_to_tm(moment, &parts) != 1) return -1;
    return (int64_t)timegm(&parts);
}

/* The time by which certificates and lists are judged, in seconds since 1970; for tests. */
static inline void COpenSSL_CTX_set_time(SSL_CTX *ctx, int64_t seconds) {
    X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(ctx), (time_t)seconds);
}

/* A C callback: one line of the format that analysers of traffic read, appended by one write. */
static void COpenSSL_write_keys(const SSL *ssl, const char *line) {
    char text[512];
    int file = (int)(intptr_t)SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)) - 1;
    int length = snprintf(text, sizeof text, "%s\n", line);
    if (file >= 0 && length > 0 && (size_t)length < sizeof text) (void)!write(file, text, (size_t)length);
    OPENSSL_cleanse(text, sizeof text);
}

/* Secrets of all connections go to the file, which must stay open as long as the context. */
static inline void COpenSSL_CTX_log_keys(SSL_CTX *ctx, int file) {
    /* One more than its number, so that a context without a file has none, not the terminal. */
    if (SSL_CTX_set_app_data(ctx, (void *)((intptr_t)file + 1)) == 1)
        SSL_CTX_set_keylog_callback(ctx, COpenSSL_write_keys);
}

/* Macro over SSL_ctrl. */
static inline int COpenSSL_set_server_name(SSL *ssl, const char *name) {
    return (int)SSL_set_tlsext_host_name(ssl, name);
}

/* A combination of many flag macros: RFC 2253 order, UTF-8 left readable, control characters escaped. */
static inline int COpenSSL_print_name(BIO *out, const X509_NAME *name) {
    return X509_NAME_print_ex(out, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

/* The subject alternative names, to be freed, or NULL: then `state` is -1 where there are none, and otherwise why not. */
static inline GENERAL_NAMES *COpenSSL_get_subject_names(const X509 *certificate, int *state) {
    return (GENERAL_NAMES *)X509_get_ext_d2i(certificate, NID_subject_alt_name, state, NULL);
}

/* Macro of the typed stacks. */
static inline int COpenSSL_names_count(const GENERAL_NAMES *names) {
    return sk_GENERAL_NAME_num(names);
}

/* Macro of the typed stacks, and a union: the bytes of a URI, not NUL-terminated; NULL for a name that is none. */
static inline const unsigned char *COpenSSL_get0_uri(const GENERAL_NAMES *names, int index, int *length) {
    int type;
    const ASN1_STRING *text = (const ASN1_STRING *)GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, index), &type);
    if (type != GEN_URI) return NULL;
    *length = ASN1_STRING_length(text);
    return ASN1_STRING_get0_data(text);
}

/* Macro over CRYPTO_free that carries file and line. */
static inline void COpenSSL_free(void *memory) {
    OPENSSL_free(memory);
}

#endif
