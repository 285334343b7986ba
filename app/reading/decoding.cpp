#include "reading/decoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// 0x80 to 0x9F of Windows-1252; the five that it leaves open are no text.
constexpr std::array<char16_t, 32> windowsTop{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<QString> decoded(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    QString text = decoder(bytes);
    const bool halved = encoding != QStringConverter::Utf8 && bytes.size() % 2 != 0;
    if (decoder.hasError() || halved || !text.isValidUtf16())
        return std::nullopt;
    return text;
}

/// UTF-16 without a mark: of the first units nearly all have one zero byte, and on the same side.
std::optional<QStringConverter::Encoding> zeroPattern(const QByteArray &bytes)
{
    const qsizetype length = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype{1};
    if (length < 4 || bytes.size() % 2 != 0)
        return std::nullopt;
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < length; ++i)
        zeros.at(static_cast<std::size_t>(i % 2)) += bytes[i] == '\0' ? 1 : 0;
    const qsizetype most = length / 2 * 7 / 10;
    if (zeros[1] > most && zeros[0] == 0)
        return QStringConverter::Utf16LE;
    if (zeros[0] > most && zeros[1] == 0)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

bool isControl(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f' && c != u'\v') || c == 0x7F;
}

std::optional<QString> fromWindows(const QByteArray &bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    qsizetype strange = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        char16_t c = byte;
        if (byte >= 0x80 && byte < 0xA0)
            c = windowsTop.at(byte - 0x80U);
        if (c == 0)
            return std::nullopt;
        strange += c >= 0x80 && !QChar(c).isLetter() ? 1 : 0;
        text[i] = QChar(c);
    }
    // A text is mostly letters; compressed or encrypted bytes are not.
    return strange * 5 > bytes.size() ? std::nullopt : std::optional(text);
}

std::optional<QString> undecorated(std::optional<QString> text)
{
    if (!text || std::ranges::any_of(*text, [](QChar c) { return isControl(c.unicode()); }))
        return std::nullopt;
    if (text->startsWith(QChar(0xFEFF)))
        text->remove(0, 1);
    text->replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    text->replace(u'\r', u'\n');
    return text;
}

} // namespace

std::optional<QString> textFromBytes(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return undecorated(decoded(bytes, QStringConverter::Utf16LE));
    if (bytes.startsWith("\xFE\xFF"))
        return undecorated(decoded(bytes, QStringConverter::Utf16BE));
    if (const auto encoding = zeroPattern(bytes))
        return undecorated(decoded(bytes, *encoding));
    if (bytes.contains('\0'))
        return std::nullopt;
    if (auto text = decoded(bytes, QStringConverter::Utf8))
        return undecorated(std::move(text));
    return undecorated(fromWindows(bytes));
}

} // namespace dateline
