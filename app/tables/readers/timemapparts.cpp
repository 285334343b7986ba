#include "tables/readers/timemapparts.h"

#include "tables/cells.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace dateline
{

namespace
{

using Lookup = std::unordered_map<std::string, std::string>;

ForeignTables::iterator partNamed(ForeignTables &tables, QStringView name)
{
    return std::ranges::find_if(tables, [name](const ForeignTable &table) {
        QStringView own = table.name;
        if (own.startsWith(u"export_", Qt::CaseInsensitive))
            own = own.sliced(7);
        return own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

/// Keeps what a source or an association is called by its id.
class LookupTaker final : public RecordTaker
{
public:
    /// @param wanted the beginnings of names of columns, the best first; all that begin so make the text.
    explicit LookupTaker(std::vector<std::string> wanted)
        : m_wanted(std::move(wanted))
    {
    }

    [[nodiscard]] bool takeRecord(qint64, std::span<const std::string> cells) override
    {
        if (m_names.empty()) {
            for (const std::string &name : cells)
                m_names.push_back(smallLetters(trimmed(name)));
            m_id = static_cast<std::size_t>(std::ranges::find(m_names, "id") - m_names.begin());
            return m_id < m_names.size();
        }
        std::string text;
        for (std::size_t i = 0; i < m_wanted.size() && text.empty(); ++i) {
            for (std::size_t column = 0; column < std::min(cells.size(), m_names.size()); ++column) {
                if (m_names[column].starts_with(m_wanted[i]) && !cells[column].empty())
                    text.append(text.empty() ? "" : "\n").append(cells[column]);
            }
        }
        if (m_id < cells.size() && !text.empty())
            lookup.emplace(trimmed(cells[m_id]), std::move(text));
        return true;
    }
    [[nodiscard]] bool takeProblem(qint64, const std::string &, const std::string &, const std::string &) override
    {
        return true;
    }
    [[nodiscard]] bool takeText(QByteArrayView) override { return false; }

    Lookup lookup;

private:
    std::vector<std::string> m_wanted;
    std::vector<std::string> m_names;
    std::size_t m_id = 0;
};

/// Hands events on with what their ids stand for.
class EventsTaker final : public RecordTaker
{
public:
    EventsTaker(RecordTaker &next, const Lookup &sources, const Lookup &associations)
        : m_next(next)
        , m_sources(sources)
        , m_associations(associations)
    {
    }

    [[nodiscard]] bool takeRecord(qint64 number, std::span<const std::string> cells) override
    {
        if (m_lookups.empty()) {
            for (const std::string &cell : cells) {
                const std::string name = smallLetters(trimmed(cell));
                m_lookups.push_back(name.starts_with("source")         ? &m_sources
                                        : name.starts_with("associat") ? &m_associations
                                                                       : nullptr);
            }
            return m_next.takeRecord(number, cells);
        }
        Cells joined(cells.begin(), cells.end());
        for (std::size_t i = 0; i < std::min(joined.size(), m_lookups.size()); ++i) {
            if (m_lookups[i] && !m_lookups[i]->empty())
                joined[i] = resolved(joined[i], *m_lookups[i]);
        }
        return m_next.takeRecord(number, joined);
    }
    [[nodiscard]] bool takeProblem(qint64 number, const std::string &column, const std::string &value,
                                   const std::string &reason) override
    {
        return m_next.takeProblem(number, column, value, reason);
    }
    [[nodiscard]] bool takeText(QByteArrayView text) override { return m_next.takeText(text); }

private:
    /// What is no id stays.
    static std::string resolved(const std::string &cell, const Lookup &lookup)
    {
        const auto textOf = [&lookup](std::string_view id) {
            const auto found = lookup.find(std::string(id));
            return found == lookup.end() ? std::string(id) : found->second;
        };
        if (const std::string_view whole = trimmed(cell); lookup.contains(std::string(whole)))
            return textOf(whole);
        std::vector<std::string_view> parts;
        addParts(parts, cell, ",;\n");
        std::string text;
        for (const std::string_view part : parts)
            text.append(text.empty() ? "" : "\n").append(textOf(part));
        return text;
    }

    RecordTaker &m_next;
    const Lookup &m_sources;
    const Lookup &m_associations;
    std::vector<const Lookup *> m_lookups; ///< Of each column.
};

} // namespace

void joinTimeMap(ForeignTables &tables)
{
    if (partNamed(tables, u"events") == tables.end())
        return;
    const auto taken = [&tables](QStringView name) {
        const auto at = partNamed(tables, name);
        std::function<Result<void>(RecordTaker &)> read;
        if (at != tables.end()) {
            read = at->read;
            tables.erase(at);
        }
        return read;
    };
    const auto sources = taken(u"sources");
    const auto associations = taken(u"associations");
    const auto events = partNamed(tables, u"events");
    events->read = [read = events->read, sources, associations](RecordTaker &taker) -> Result<void> {
        LookupTaker links({"url", "path", "title"});
        LookupTaker titles({"title", "filter_path", "desc"});
        // What is damaged there leaves ids as they are.
        if (sources)
            static_cast<void>(sources(links));
        if (associations)
            static_cast<void>(associations(titles));
        EventsTaker joined(taker, links.lookup, titles.lookup);
        return read(joined);
    };
}

} // namespace dateline
