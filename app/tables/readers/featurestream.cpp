#include "tables/readers/featurestream.h"

#include <QIODevice>

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline
{

namespace
{

constexpr std::size_t firstBuffer = std::size_t{1024} * 1024;

constexpr bool isSpaceOfJson(char c)
{
    // A record separator goes before each line of some files.
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\x1e';
}

/// The characters that mean something outside a string.
constexpr std::array<bool, 256> nesting = [] {
    std::array<bool, 256> marks{};
    for (const char c : {'"', '{', '}', '[', ']'})
        marks.at(static_cast<unsigned char>(c)) = true;
    return marks;
}();

} // namespace

FeatureStream::FeatureStream(std::unique_ptr<QIODevice> bytes, FeatureList list)
    : m_bytes(std::move(bytes))
    , m_list(list)
    , m_buffer(firstBuffer + padding)
{
    constexpr std::array<char, 3> mark{'\xef', '\xbb', '\xbf'};
    while (m_end < mark.size() && refill()) {
    }
    if (m_end >= mark.size() && std::equal(mark.begin(), mark.end(), m_buffer.begin()))
        m_at = m_kept = mark.size();
}

FeatureStream::~FeatureStream() = default;

/// Reads on behind what is kept; false at the end.
bool FeatureStream::refill()
{
    if (m_kept > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_kept, m_end - m_kept);
        m_passed += static_cast<qint64>(m_kept);
        m_at -= m_kept;
        m_end -= m_kept;
        m_kept = 0;
    }
    if (m_end + padding == m_buffer.size())
        m_buffer.resize(m_buffer.size() * 2 - padding);
    const qint64 got = m_bytes->read(m_buffer.data() + m_end, static_cast<qint64>(m_buffer.size() - padding - m_end));
    if (got <= 0)
        return false;
    m_end += static_cast<std::size_t>(got);
    return true;
}

char FeatureStream::peek()
{
    for (;; ++m_at) {
        if (m_at == m_end) {
            m_kept = m_at;
            if (!refill())
                return '\0';
        }
        if (!isSpaceOfJson(m_buffer[m_at]))
            return m_buffer[m_at];
    }
}

/// Moves behind the object, list or string that begins here; how many of its bytes are kept, 0 if it is cut off.
std::size_t FeatureStream::endOfNested(Keep keep)
{
    int depth = 0;
    bool isInString = false;
    bool isEscaped = false;
    for (;;) {
        const char *const end = m_buffer.data() + m_end;
        for (const char *at = m_buffer.data() + m_at; at != end; ++at) {
            if (isInString) {
                if (isEscaped) {
                    isEscaped = false;
                    continue;
                }
                while (at != end && *at != '"' && *at != '\\')
                    ++at;
                if (at == end)
                    break;
                isEscaped = *at == '\\';
                isInString = isEscaped;
            } else {
                while (at != end && !nesting[static_cast<unsigned char>(*at)])
                    ++at;
                if (at == end)
                    break;
                if (*at == '"')
                    isInString = true;
                else
                    depth += *at == '{' || *at == '[' ? 1 : -1;
            }
            if (depth <= 0 && !isInString) {
                m_at = static_cast<std::size_t>(at - m_buffer.data()) + 1;
                return m_at - m_kept;
            }
        }
        m_at = m_end;
        if (keep == Keep::No || m_at - m_kept > largestFeature)
            m_kept = m_at;
        if (!refill())
            return 0;
    }
}

/// The value that begins here, and moves behind it; empty if it is not kept, none if it is cut off.
std::optional<QByteArrayView> FeatureStream::value(Keep keep)
{
    const char first = peek();
    m_kept = m_at;
    const qint64 begin = offset();
    if (first == '{' || first == '[' || first == '"') {
        if (endOfNested(keep) == 0)
            return std::nullopt;
    } else {
        for (;; ++m_at) {
            if (m_at == m_end && !refill())
                break;
            const char c = m_buffer[m_at];
            if (isSpaceOfJson(c) || c == ',' || c == ']' || c == '}')
                break;
        }
        if (m_at == m_kept)
            return std::nullopt;
    }
    const bool isWhole = m_passed + static_cast<qint64>(m_kept) == begin;
    const QByteArrayView all(m_buffer.data() + m_kept, static_cast<qsizetype>(m_at - m_kept));
    return keep == Keep::Yes && isWhole ? all : QByteArrayView("");
}

/// Goes through the members of the collection up to its features; false at its end or where it is damaged.
bool FeatureStream::enterFeatures()
{
    for (;;) {
        const char c = peek();
        if (c == '{' || c == ',') {
            ++m_at;
            continue;
        }
        if (c != '"') {
            m_isCutOff = c != '}';
            return false;
        }
        const std::optional<QByteArrayView> text = value(Keep::Yes);
        const QByteArray name = text ? text->toByteArray() : QByteArray();
        if (peek() != ':') {
            m_isCutOff = true;
            return false;
        }
        ++m_at;
        if (name == "\"features\"" && peek() == '[') {
            ++m_at;
            return m_isInFeatures = true;
        }
        const bool isPlane = name == "\"crs\"";
        const std::optional<QByteArrayView> member = value(isPlane ? Keep::Yes : Keep::No);
        if (!member) {
            m_isCutOff = true;
            return false;
        }
        if (isPlane)
            m_plane = member->toByteArray();
    }
}

std::optional<QByteArrayView> FeatureStream::cutOff()
{
    m_hasEnded = m_isCutOff = true;
    return std::nullopt;
}

std::optional<QByteArrayView> FeatureStream::next()
{
    while (!m_hasEnded) {
        if (m_list == FeatureList::InCollection && !m_isInFeatures && !enterFeatures()) {
            m_hasEnded = true;
            return std::nullopt;
        }
        char c = peek();
        if (c == ',') {
            ++m_at;
            c = peek();
        }
        if (m_isInFeatures && c == ']') {
            ++m_at;
            m_isInFeatures = false;
            continue;
        }
        if (c == '\0' && m_list == FeatureList::OneByOne) {
            m_hasEnded = true;
            return std::nullopt;
        }
        const std::optional<QByteArrayView> feature = value(Keep::Yes);
        return feature ? feature : cutOff();
    }
    return std::nullopt;
}

} // namespace dateline
