#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace dateline
{

/// A PMTiles archive (version 3): tiles of the Web Mercator world in one file. One object is for one thread at a time.
class PmTilesFile
{
public:
    enum class Tiles : std::uint8_t { Unknown = 0, Vector = 1, Png = 2, Jpeg = 3, Webp = 4, Avif = 5 };

    /// Errors: NotFound, Unreadable; Unsupported for another version; Malformed.
    [[nodiscard]] static Result<PmTilesFile> open(const QString &path);

    [[nodiscard]] Tiles tiles() const { return m_tiles; }
    [[nodiscard]] int leastZoom() const { return m_leastZoom; }
    [[nodiscard]] int mostZoom() const { return m_mostZoom; }
    [[nodiscard]] const LonLatBox &box() const { return m_box; }
    [[nodiscard]] QString attribution() const; ///< As its metadata tell, without markup; may be empty.

    /// The bytes of a tile; empty where there is none.
    [[nodiscard]] QByteArray tile(int zoom, int x, int y);

private:
    struct Entry
    {
        std::uint64_t id;
        std::uint64_t offset;
        std::uint32_t length;
        std::uint32_t run; ///< How many tiles in a row are this one; 0: it is a directory.
    };
    using Directory = std::vector<Entry>;

    [[nodiscard]] QByteArray read(std::uint64_t offset, std::uint64_t length) const;
    [[nodiscard]] std::optional<Directory> directory(std::uint64_t offset, std::uint64_t length) const;

    std::unique_ptr<QFile> m_file;
    Tiles m_tiles = Tiles::Unknown;
    int m_leastZoom = 0;
    int m_mostZoom = 0;
    bool m_isPacked = false; ///< Directories and metadata are compressed.
    bool m_areTilesPacked = false;
    LonLatBox m_box;
    std::uint64_t m_leaves = 0;
    std::uint64_t m_data = 0;
    std::uint64_t m_metadata = 0;
    std::uint64_t m_metadataLength = 0;
    Directory m_root;
    std::map<std::uint64_t, Directory> m_read; ///< Leaves by their offset.
};

/// The number of a tile: along the Hilbert curve of its zoom, after all tiles of lesser zooms.
[[nodiscard]] std::uint64_t pmTileId(int zoom, std::uint32_t x, std::uint32_t y);

} // namespace dateline
