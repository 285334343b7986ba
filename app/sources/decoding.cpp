#include "sources/decoding.h"

#include <QStringDecoder>

#include <uchardet.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace dateline
{

namespace
{

using Encoding = QStringConverter::Encoding;

constexpr QChar replacement(0xFFFD);

struct Mark
{
    QByteArrayView bytes;
    Encoding encoding;
    qsizetype unit;
};

// UTF-32 before UTF-16, whose mark it begins with.
constexpr std::array marks{
    Mark{"\xEF\xBB\xBF", Encoding::Utf8, 1},
    Mark{QByteArrayView("\xFF\xFE\0\0", 4), Encoding::Utf32LE, 4},
    Mark{QByteArrayView("\0\0\xFE\xFF", 4), Encoding::Utf32BE, 4},
    Mark{"\xFF\xFE", Encoding::Utf16LE, 2},
    Mark{"\xFE\xFF", Encoding::Utf16BE, 2},
};

/// What cannot be decoded becomes U+FFFD.
QString decoded(const QByteArray &bytes, Encoding encoding)
{
    QStringDecoder decoder(encoding);
    QString text = decoder(bytes);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return text;
}

bool isControl(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit < 0x20 && unit != u'\n' && unit != u'\r' && unit != u'\t' && unit != u'\f' && unit != u'\v')
        || unit == 0x7F;
}

/// None if anything cannot be decoded or is no letter.
std::optional<QString> decodedWhole(const QByteArray &bytes, const Mark &as)
{
    QStringDecoder decoder(as.encoding);
    QString text = decoder(bytes);
    if (bytes.size() % as.unit != 0 || decoder.hasError() || !text.isValidUtf16()
        || std::ranges::any_of(text, isControl))
        return std::nullopt;
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return text;
}

const Mark *markOf(const QByteArray &bytes)
{
    const auto mark = std::ranges::find_if(marks, [&](const Mark &m) { return bytes.startsWith(m.bytes); });
    return mark == marks.end() ? nullptr : &*mark;
}

/// UTF-16 or UTF-32 without a mark, by where the zero bytes stand.
///
/// Of four bytes, UTF-32 has two or three zeros and always the same ones. UTF-16 of any alphabet has spaces, digits and
/// line ends, whose zero is always on the same side; in 8-bit text there are none.
const Mark *patternOf(const QByteArray &bytes)
{
    const qsizetype length = std::min<qsizetype>(bytes.size(), 64 * 1024) & ~qsizetype{3};
    if (length < 4 && bytes.size() != 2)
        return nullptr;
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < length; ++i)
        zeros.at(static_cast<std::size_t>(i % 4)) += bytes[i] == '\0' ? 1 : 0;
    const qsizetype quarter = length / 4;
    if (bytes.size() % 4 == 0 && zeros[3] == quarter && zeros[2] * 10 > quarter * 9)
        return &marks[1];
    if (bytes.size() % 4 == 0 && zeros[0] == quarter && zeros[1] * 10 > quarter * 9)
        return &marks[2];
    const qsizetype even = zeros[0] + zeros[2];
    const qsizetype odd = zeros[1] + zeros[3];
    // One in twenty: words are shorter than that.
    if (bytes.size() % 2 == 0 && even == 0 && odd * 20 > length / 2)
        return &marks[3];
    if (bytes.size() % 2 == 0 && odd == 0 && even * 20 > length / 2)
        return &marks[4];
    return nullptr;
}

/// @p bytes in an encoding that is not Unicode; a byte that it does not have becomes U+FFFD.
std::optional<QString> decodedBy(const QByteArray &bytes, const QByteArray &encoding)
{
    const std::unique_ptr<void, int (*)(iconv_t)> converter(::iconv_open("UTF-16LE", encoding.constData()),
                                                            [](iconv_t c) { return ::iconv_close(c); });
    if (converter.get() == reinterpret_cast<iconv_t>(-1)) // NOLINT: iconv's own sign; closing it does nothing
        return std::nullopt;
    // No encoding has more UTF-16 units than bytes, up to a few for its state.
    QString text(bytes.size() + 16, Qt::Uninitialized);
    char *in = const_cast<char *>(bytes.constData()); // NOLINT: iconv does not write there
    char *out = reinterpret_cast<char *>(text.data());
    auto left = static_cast<std::size_t>(bytes.size());
    auto room = static_cast<std::size_t>(text.size()) * sizeof(QChar);
    while (left > 0 && ::iconv(converter.get(), &in, &left, &out, &room) == static_cast<std::size_t>(-1)) {
        if (errno == E2BIG || room < sizeof(QChar))
            break;
        const char16_t unit = replacement.unicode();
        std::copy_n(reinterpret_cast<const char *>(&unit), sizeof unit, out);
        out += sizeof unit;
        room -= sizeof unit;
        ++in;
        --left;
    }
    text.truncate((out - reinterpret_cast<char *>(text.data())) / qsizetype{sizeof(QChar)});
    return text;
}

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

/// The lines of @p bytes that are not all ASCII, enough of them to tell an encoding by.
QByteArray highLines(const QByteArray &bytes)
{
    constexpr qsizetype enough = 64 * 1024;
    QByteArray lines;
    qsizetype begin = 0;
    while (begin < bytes.size() && lines.size() < enough) {
        const qsizetype high = std::find_if(bytes.cbegin() + begin, bytes.cend(), isHigh) - bytes.cbegin();
        if (high == bytes.size())
            break;
        const qsizetype first = std::max(begin, std::max(bytes.lastIndexOf('\n', high), high - 1000));
        const qsizetype last = bytes.indexOf('\n', high);
        const qsizetype end = std::min(last < 0 ? bytes.size() : last + 1, high + enough);
        lines += QByteArrayView(bytes).sliced(first, end - first);
        begin = end;
    }
    return lines;
}

/// Armenian's own 8-bit encoding, in which a capital is even and its small letter the next number: nearly all letters
/// are small, so nearly all high bytes from 0xB2 on are odd, and hardly another byte is high.
bool isArmscii(const QByteArray &lines)
{
    const auto isLetter = [](char c) { return static_cast<unsigned char>(c) >= 0xB2; };
    const qsizetype high = std::ranges::count_if(lines, isHigh);
    const qsizetype letters = std::ranges::count_if(lines, isLetter);
    const qsizetype small =
        std::ranges::count_if(lines, [&](char c) { return isLetter(c) && static_cast<unsigned char>(c) % 2 == 1; });
    return letters > 20 && letters * 10 >= high * 8 && small * 10 >= letters * 9;
}

QByteArray encodingOf(const QByteArray &bytes)
{
    const QByteArray lines = highLines(bytes);
    if (isArmscii(lines))
        return "ARMSCII-8";
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
    if (uchardet_handle_data(detector.get(), lines.constData(), static_cast<std::size_t>(lines.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    QByteArray name = uchardet_get_charset(detector.get());
    // Ukraine's differs in eight places, where Russia's has frames that no prose uses.
    return name == "KOI8-R" ? QByteArray("KOI8-U") : name == "ISO-8859-1" ? QByteArray("WINDOWS-1252") : name;
}

/// A text is mostly letters; compressed or encrypted bytes are not, nor is what was decoded by the wrong table.
bool looksWritten(const QString &text)
{
    const auto isC1 = [](QChar c) { return c.unicode() >= 0x80 && c.unicode() < 0xA0 && c.unicode() != 0x85; };
    const qsizetype strange = std::ranges::count_if(text, [](QChar c) {
        return c == replacement || (c.unicode() >= 0x80 && !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate());
    });
    return strange * 5 <= text.size() && std::ranges::none_of(text, [&](QChar c) { return isControl(c) || isC1(c); });
}

/// What pages call by other names than iconv does.
QByteArray nameForIconv(const QByteArray &declared)
{
    QByteArray name = declared.trimmed().toLower();
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii")
        return "WINDOWS-1252"; // As every browser reads them
    if (name == "iso-8859-9" || name == "latin5")
        return "WINDOWS-1254";
    if (name == "x-cp1251" || name == "win-1251" || name == "windows1251")
        return "WINDOWS-1251";
    if (name == "koi8-r")
        return "KOI8-U";
    return name;
}

} // namespace

std::optional<QString> textFromBytes(const QByteArray &bytes)
{
    if (const Mark *mark = markOf(bytes))
        return decodedWhole(bytes, *mark);
    if (const Mark *pattern = patternOf(bytes)) {
        if (auto text = decodedWhole(bytes, *pattern))
            return text;
    }
    if (bytes.contains('\0'))
        return std::nullopt;
    if (bytes.isValidUtf8())
        return decodedWhole(bytes, marks[0]);
    for (const QByteArray &encoding : {encodingOf(bytes), QByteArray("WINDOWS-1252")}) {
        std::optional<QString> text = encoding.isEmpty() ? std::nullopt : decodedBy(bytes, encoding);
        if (text && text->isValidUtf16() && looksWritten(*text))
            return text;
    }
    return std::nullopt;
}

QString textFromBytes(const QByteArray &bytes, const QByteArray &declared)
{
    if (const Mark *mark = markOf(bytes))
        return decoded(bytes, mark->encoding);
    const QByteArray name = nameForIconv(declared);
    // What is UTF-8 throughout is nothing else, whatever is declared.
    if (!name.startsWith("utf-16") && bytes.isValidUtf8())
        return decoded(bytes, Encoding::Utf8);
    if (!name.isEmpty() && name != "utf-8") {
        if (std::optional<QString> text = decodedBy(bytes, name))
            return std::move(*text);
    }
    if (std::optional<QString> text = textFromBytes(bytes))
        return std::move(*text);
    return decoded(bytes, Encoding::Utf8);
}

std::optional<QByteArray> encodingNameOf(const QByteArray &bytes)
{
    const Mark *mark = markOf(bytes);
    if (!mark)
        mark = patternOf(bytes);
    if (mark) {
        switch (mark->encoding) {
        case Encoding::Utf32LE: return "UTF-32LE";
        case Encoding::Utf32BE: return "UTF-32BE";
        case Encoding::Utf16LE: return "UTF-16LE";
        case Encoding::Utf16BE: return "UTF-16BE";
        default: return "UTF-8";
        }
    }
    // The last letter may be cut.
    const qsizetype whole = bytes.size() - std::min<qsizetype>(bytes.size(), 3);
    for (qsizetype size = bytes.size(); size >= whole; --size) {
        if (bytes.first(size).isValidUtf8())
            return "UTF-8";
    }
    for (const QByteArray &encoding : {encodingOf(bytes), QByteArray("WINDOWS-1252")}) {
        const std::optional<QString> text = encoding.isEmpty() ? std::nullopt : decodedBy(bytes, encoding);
        if (text && text->isValidUtf16() && looksWritten(*text))
            return encoding;
    }
    return std::nullopt;
}

QByteArray lettersOf(const QByteArray &bytes)
{
    const Mark *mark = markOf(bytes);
    if (!mark)
        mark = patternOf(bytes);
    QByteArray letters = mark ? decoded(bytes, mark->encoding).toLatin1() : bytes;
    letters.replace("\r\n", "\n");
    return letters.replace('\r', '\n');
}

} // namespace dateline
