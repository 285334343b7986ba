#pragma once

#include "places/placefile.h"

#include <QHash>

#include <span>
#include <unordered_map>
#include <vector>

namespace dateline
{

/// What the gazetteer has under one normal form.
struct NamedSo
{
    std::vector<NameRow> names;
    bool longer = false; ///< Longer names begin with it and a space.
};

/// Asks the open files by key and by id, and remembers the answers. One for each thread.
class PlaceLookup
{
public:
    /// @param files must outlive it.
    explicit PlaceLookup(std::span<const PlaceFile> files);

    /// The names with the normal form @p key, in every file.
    [[nodiscard]] const NamedSo &named(const QString &key);

    /// The place with that id; an empty one if there is none.
    [[nodiscard]] const RankedPlace &place(qint64 id);

    /// True if it remembers so much that a new one is better.
    [[nodiscard]] bool isLarge() const;

private:
    struct Queries
    {
        const PlaceFile *file = nullptr;
        Statement names;
        Statement place;
    };

    void readNames(Queries &queries, const QString &key, NamedSo &answer) const;

    std::vector<Queries> m_files;
    QHash<QString, NamedSo *> m_index;
    std::vector<std::unique_ptr<NamedSo>> m_answers;
    std::unordered_map<qint64, RankedPlace> m_places;
};

} // namespace dateline
