#include "tables/utf8device.h"

#include "sources/decoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace dateline
{

namespace
{

constexpr qint64 blockBytes = 1024 * 1024;

/// Eight bytes at a time: all of a large file comes through here.
bool isAscii(const QByteArray &bytes)
{
    const char *at = bytes.constData();
    const char *const end = at + bytes.size();
    std::uint64_t high = 0;
    for (; end - at >= 8; at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, sizeof eight);
        high |= eight;
    }
    for (; at != end; ++at)
        high |= static_cast<unsigned char>(*at);
    return (high & 0x8080808080808080U) == 0;
}

} // namespace

/// An open iconv to UTF-8.
class Utf8Device::Converter
{
public:
    explicit Converter(const QByteArray &encoding)
        : m_iconv(::iconv_open("UTF-8", encoding.constData()))
        , m_unit(encoding.startsWith("UTF-16")       ? 2
                     : encoding.startsWith("UTF-32") ? 4
                                                     : 1)
    {
    }
    ~Converter()
    {
        if (works())
            ::iconv_close(m_iconv);
    }
    Converter(const Converter &) = delete;
    Converter &operator=(const Converter &) = delete;

    [[nodiscard]] bool works() const
    {
        return m_iconv != reinterpret_cast<iconv_t>(-1); // NOLINT: iconv's own sign
    }

    /// Appends @p raw to @p utf8 and leaves of it what may be the beginning of a letter.
    void convert(QByteArray &raw, QByteArray &utf8, bool atEnd)
    {
        char *in = raw.data();
        auto left = static_cast<std::size_t>(raw.size());
        while (left > 0) {
            std::array<char, 64 * 1024> room; // NOLINT: written before it is read
            char *out = room.data();
            std::size_t free = room.size();
            const std::size_t result = ::iconv(m_iconv, &in, &left, &out, &free);
            const int why = result == static_cast<std::size_t>(-1) ? errno : 0;
            utf8.append(room.data(), out - room.data());
            if (why == EINVAL && !atEnd)
                break;
            if (why == EILSEQ || why == EINVAL) {
                utf8.append("\xef\xbf\xbd");
                const std::size_t passed = std::min(left, m_unit);
                in += passed;
                left -= passed;
            }
        }
        raw.remove(0, raw.size() - static_cast<qsizetype>(left));
    }

private:
    iconv_t m_iconv;
    std::size_t m_unit;
};

Utf8Device::Utf8Device(QIODevice &bytes)
    : m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (fill() > 0)
        decide();
}

Utf8Device::~Utf8Device() = default;

/// Reads a block more; below 0 if the file cannot be read.
qint64 Utf8Device::fill()
{
    const qsizetype held = m_raw.size();
    m_raw.resize(held + blockBytes);
    const qint64 got = m_bytes.read(m_raw.data() + held, blockBytes);
    m_raw.truncate(held + std::max<qint64>(got, 0));
    m_bytesRead += std::max<qint64>(got, 0);
    m_atEnd = got <= 0;
    return got;
}

/// Finds the encoding of what lies in m_raw and was ASCII before it.
void Utf8Device::decide()
{
    const std::optional<QByteArray> encoding = encodingNameOf(m_raw);
    // A zero byte in a file that is text otherwise costs its row; a file full of them is none.
    m_isText = encoding && (*encoding != "UTF-8" || m_raw.count('\0') * 100 < m_raw.size());
    if (!encoding || *encoding == "UTF-8")
        return;
    m_converter = std::make_unique<Converter>(*encoding);
    if (!m_converter->works())
        m_converter.reset();
}

/// Hands on what is UTF-8, or finds that it is another encoding.
void Utf8Device::passUtf8()
{
    if (m_onlyAscii) {
        m_onlyAscii = isAscii(m_raw);
        if (!m_onlyAscii && m_bytesRead > m_raw.size()) {
            // Its first other letters: what follows the ASCII before them decides.
            const bool isText = m_isText;
            decide();
            m_isText = isText;
            if (m_converter)
                return;
        }
    }
    m_ready.swap(m_raw);
    m_raw.clear();
}

qint64 Utf8Device::readData(char *data, qint64 size)
{
    while (m_at == m_ready.size()) {
        m_ready.clear();
        m_at = 0;
        if (m_raw.isEmpty() || m_converter) {
            if (const qint64 got = m_atEnd ? 0 : fill(); got < 0) {
                setErrorString(m_bytes.errorString());
                return -1;
            }
        }
        if (m_raw.isEmpty())
            return 0;
        if (!m_converter)
            passUtf8();
        if (m_converter)
            m_converter->convert(m_raw, m_ready, m_atEnd);
    }
    const qint64 given = std::min<qint64>(size, m_ready.size() - m_at);
    std::memcpy(data, m_ready.constData() + m_at, static_cast<std::size_t>(given));
    m_at += given;
    return given;
}

} // namespace dateline
