#include "base/sha256.h"

#include <openssl/evp.h>

namespace dateline
{

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    Q_CHECK_PTR(m_context);
    begin();
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

// SHA-256 is part of every build of the library: what fails here is memory alone.
void Sha256::begin()
{
    if (EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr) != 1)
        qBadAlloc();
}

void Sha256::add(std::string_view bytes)
{
    if (EVP_DigestUpdate(m_context, bytes.data(), bytes.size()) != 1)
        qBadAlloc();
}

QByteArray Sha256::take()
{
    QByteArray digest(32, Qt::Uninitialized);
    if (EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char *>(digest.data()), nullptr) != 1)
        qBadAlloc();
    begin();
    return digest;
}

} // namespace dateline
