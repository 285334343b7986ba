#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QString>

#include <memory>
#include <span>
#include <string_view>

namespace dateline
{

/// A new FlatGeobuf file of one layer in WGS 84, written through GDAL. One object is for one thread at a time.
class FeatureFile
{
public:
    enum class Type : std::uint8_t { Text, Integer, Real, Flag, Json };

    struct Field
    {
        const char *name;
        Type type;
    };

    /// @param title,description of the layer. Errors: Unwritable.
    [[nodiscard]] static Result<FeatureFile> create(const QString &path, const QString &title,
                                                    const QString &description, std::span<const Field> fields);
    FeatureFile(FeatureFile &&) noexcept;
    FeatureFile &operator=(FeatureFile &&) = delete;
    ~FeatureFile();

    // The next feature's values; those that are not set are none.
    void set(int field, std::string_view utf8); ///< An empty text is none.
    void set(int field, std::int64_t value);
    void set(int field, double value);
    void setPoint(LonLat point);
    void setShape(std::string_view blob); ///< A GeoPackage's.

    /// Adds the feature and begins the next one. A failure sticks, and close() tells it.
    void add();

    [[nodiscard]] Result<void> close();

private:
    struct Data;
    explicit FeatureFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
