#pragma once

#include "base/result.h"
#include "geo/filekind.h"
#include "geo/memoryfolder.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dateline
{

/// One feature of a map file.
struct MapFeature
{
    std::vector<std::string>
        cells; ///< As text in UTF-8, one for each field; times in UTC, each part of a list in a line.
    std::string shape; ///< Well-known text in degrees of WGS 84; empty if it has none.
    std::string problem; ///< Why its shape cannot be given, in one sentence; empty if it can.
};

/// A map file that others made, opened closed: only the driver of its format, no network, and no files beside it but a
/// shapefile's own.
///
/// For a process of its own with little memory: what opens these files is large, and some read all of them at once.
class MapFile
{
public:
    /// @param name what errors call the file. Errors: Malformed.
    [[nodiscard]] static Result<MapFile> open(const QString &path, FileKind kind, const QString &name);
    /// The first of @p files, which the others belong to.
    [[nodiscard]] static Result<MapFile> open(std::vector<FileInMemory> files, FileKind kind, const QString &name);

    MapFile(MapFile &&) noexcept;
    MapFile &operator=(MapFile &&) noexcept;
    ~MapFile();

    [[nodiscard]] int layerCount() const;
    [[nodiscard]] QString layerName(int layer) const;
    /// The names of a layer's columns.
    [[nodiscard]] QStringList fields(int layer) const;
    /// Hands every feature of @p layer to @p take until that says false.
    ///
    /// Errors: Unsupported for a layer whose positions cannot be told as degrees; Malformed where it cannot be read on.
    [[nodiscard]] Result<void> forEach(int layer, const std::function<bool(MapFeature &)> &take) const;

private:
    struct Data;
    explicit MapFile(std::shared_ptr<Data> data);
    std::shared_ptr<Data> m_data;
};

} // namespace dateline
