#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

class QIODevice;

namespace dateline
{

/// Where the features of GeoJSON lie.
enum class FeatureList : std::uint8_t {
    InCollection, ///< In the list “features” of one object.
    OneByOne, ///< One after the other, each mostly in a line of its own.
};

/// The features of GeoJSON of any length, each as the bytes that it is written in, with little memory.
///
/// Only strings and brackets are looked at: what stands between them is for whoever reads the feature.
class FeatureStream
{
public:
    static constexpr std::size_t padding = 64; ///< How many bytes behind a feature may be read.
    static constexpr std::size_t largestFeature = std::size_t{64} * 1024 * 1024;

    FeatureStream(std::unique_ptr<QIODevice> bytes, FeatureList list);
    ~FeatureStream();

    /// The next feature, until it is asked again; empty if it is larger than may be. None at the end.
    [[nodiscard]] std::optional<QByteArrayView> next();

    /// Whether it ended where no JSON ends, and where that is.
    [[nodiscard]] bool isCutOff() const { return m_isCutOff; }
    [[nodiscard]] qint64 offset() const { return m_passed + static_cast<qint64>(m_at); }
    [[nodiscard]] const QIODevice &bytes() const { return *m_bytes; }
    /// What the collection says of its plane, which may stand behind its features; empty if it says nothing.
    [[nodiscard]] const QByteArray &plane() const { return m_plane; }

private:
    enum class Keep : std::uint8_t { No, Yes };

    [[nodiscard]] bool refill();
    [[nodiscard]] char peek(); ///< The next character that is no space; '\0' at the end.
    [[nodiscard]] std::optional<QByteArrayView> value(Keep keep);
    [[nodiscard]] std::size_t endOfNested(Keep keep);
    [[nodiscard]] bool enterFeatures();
    [[nodiscard]] std::optional<QByteArrayView> cutOff();

    std::unique_ptr<QIODevice> m_bytes;
    FeatureList m_list;
    std::vector<char> m_buffer;
    std::size_t m_kept = 0; ///< Where in the buffer begins what is still wanted.
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    qint64 m_passed = 0; ///< How many bytes went before the buffer.
    bool m_isInFeatures = false;
    bool m_hasEnded = false;
    bool m_isCutOff = false;
    QByteArray m_plane;
};

} // namespace dateline
