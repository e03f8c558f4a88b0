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
#include <string.h>

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
    (void)SSL_CTX_set_options(ctx, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET);
}

/* Macro over SSL_CTX_ctrl: nothing of a session is kept for later. */
static inline void COpenSSL_CTX_forget_sessions(SSL_CTX *ctx) {
    (void)SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
}

/* Macro over SSL_CTX_ctrl: an idle connection gives its record buffers back; only the chain in the file is sent. */
static inline void COpenSSL_CTX_set_modes(SSL_CTX *ctx) {
    (void)SSL_CTX_set_mode(ctx, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_NO_AUTO_CHAIN);
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
