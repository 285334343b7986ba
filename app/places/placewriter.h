#pragma once

#include "places/placefile.h"
#include "places/placerow.h"
#include "places/provincefinder.h"

#include <QByteArray>

namespace dateline
{

/// Writes a new file of places beside the old one and puts it in its place.
class PlaceWriter
{
public:
    /// Begins a file that is to become @p path. Unreadable if its folder cannot be written.
    [[nodiscard]] static Result<PlaceWriter> begin(const QString &path);

    PlaceWriter(PlaceWriter &&) noexcept = default;
    PlaceWriter &operator=(PlaceWriter &&) = delete;
    ~PlaceWriter(); ///< Removes the new file if it was not finished.

    /// Takes over all places of the old file but those of @p source; returns how many of those there were.
    [[nodiscard]] Result<qint64> copyAllBut(const QString &source);

    /// Adds @p row as a place of @p source.
    void add(const PlaceRow &row, const QString &source, const ProvinceFinder &provinces);

    /// Makes the new file the one at its path; takes that away if no place is left. Unreadable if the disk is full, and the old file is as it was.
    [[nodiscard]] Result<void> finish();

private:
    PlaceWriter() = default;
    [[nodiscard]] bool run(const char *sql);
    [[nodiscard]] Error writeError() const;
    void addName(std::string_view name, bool preferred);

    QString m_path;
    QString m_part;
    PlaceFile m_file;
    Statement m_place;
    Statement m_name;
    qint64 m_lastId = 0;
    bool m_ok = true;
    std::vector<QByteArray> m_keys; ///< Of the place that is being added.
};

} // namespace dateline
