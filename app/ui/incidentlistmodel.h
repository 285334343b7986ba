#pragma once

#include "casefile/case.h"
#include "map/incidenttable.h"
#include "map/roworder.h"
#include "map/viewport.h"

#include <QAbstractListModel>
#include <QCache>
#include <QTimer>
#include <QtQmlIntegration>

#include <functional>
#include <span>
#include <vector>

namespace dateline
{

/// One incident as lists and the map tell it.
struct IncidentEntry
{
    Incident incident;
    std::optional<Support> support; ///< None while it is not known.
};

/// The incidents of the case as far as the filter shows them: by day, undated last, or sorted by what else they hold.
///
/// It also holds the table of all incidents and the filter for the map, the timeline and the figure. Titles, names and
/// the like are fetched for the incidents that are looked at. The rows of a long list follow the filter when it rests:
/// map and timeline go first.
class IncidentListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY shownChanged)
    Q_PROPERTY(int total READ total NOTIFY shownChanged)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY shownChanged)
    Q_PROPERTY(bool inView READ isInView WRITE setInView NOTIFY inViewChanged)

public:
    enum Role {
        IdRole = Qt::UserRole,
        TitleRole,
        KindRole,
        KindNameRole,
        WhenRole,
        PlaceRole,
        SupportRole,
        HeadingRole ///< What those that are sorted alike have in common; empty where that would be each one's own.
    };

    /// Gets an incident; none if it is no longer there.
    using Fetch = std::function<std::optional<IncidentEntry>(IncidentId)>;

    explicit IncidentListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Takes the columns of a case, their order as orderByDay() says; @p fetch gets the incidents.
    void setIncidents(IncidentColumns columns, std::vector<std::uint32_t> order, Fetch fetch);
    /// Gets the incidents @p ids anew: they were made, changed or removed.
    void refresh(std::span<const IncidentId> ids);
    /// Fetches what it shows anew: what the incidents rest on has changed.
    void forgetEntries();
    /// Sorts the list. Texts keep the ranks that they had; new ones come last until they get one.
    void setSorting(const Sorting &sorting);
    void setSorting(const Sorting &sorting, std::vector<TextRank> ranks); ///< See sortedRows().
    [[nodiscard]] const Sorting &sorting() const { return m_sorting; }

    void setFilter(const IncidentFilter &filter);
    // See IncidentTable.
    void setMatches(FilterPart part, std::span<const IncidentId> ids);
    void setAllMatch(FilterPart part);
    /// Takes what the incidents rest on, by ascending id.
    void setSupports(std::span<const std::pair<IncidentId, Support>> supports);

    /// Whether only what lies in the map's view is listed; map, timeline and counts do not follow that.
    [[nodiscard]] bool isInView() const { return m_inView; }
    void setInView(bool inView);
    void setView(const Viewport &view);

    [[nodiscard]] const IncidentTable &table() const { return m_table; }
    [[nodiscard]] const IncidentColumns &columns() const { return m_table.columns(); }
    /// The incident with @p id, until the next call; null if there is none.
    [[nodiscard]] const IncidentEntry *find(IncidentId id) const;
    /// The box around what the filter shows; none if nothing of it has a place.
    [[nodiscard]] std::optional<LonLatBox> extent() const;
    [[nodiscard]] const IncidentFilter &filter() const { return m_table.filter(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.count); } ///< Of those that the filter shows.
    [[nodiscard]] int total() const { return static_cast<int>(m_table.size()); }
    [[nodiscard]] int withoutPlace() const { return static_cast<int>(m_shown.withoutPlace); } ///< Of those as well.
    [[nodiscard]] bool isFiltered() const { return filter() != IncidentFilter{}; }
    /// From the earliest begin of an incident to the latest end; none if none has a time.
    [[nodiscard]] const std::optional<TimeSpan> &extentInTime() const { return m_extentInTime; }
    /// From the first report of an incident to the last first report; none while that is not known.
    [[nodiscard]] std::optional<TimeSpan> extentKnown() const;

    /// The incident in @p row, and the row of an incident; 0 and −1 if there is none.
    Q_INVOKABLE [[nodiscard]] qint64 idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(qint64 id) const;
    /// The incidents in the rows from @p first to @p last, ascending.
    [[nodiscard]] std::vector<IncidentId> idsIn(int first, int last) const;

    Q_INVOKABLE void showEverything();

Q_SIGNALS:
    void incidentsChanged(); ///< The incidents themselves; shownChanged() follows.
    void supportsChanged(); ///< What they rest on.
    void inViewChanged();
    void shownChanged(); ///< The incidents or the filter.

private:
    [[nodiscard]] QString headingOf(std::uint32_t at) const;
    void takeIncidents();
    void sortRows();
    void followFilter();
    void showRowsSoon();
    void showRows();
    void filterRows();
    [[nodiscard]] std::vector<std::uint32_t>::const_iterator placeByTime(std::uint32_t row) const;
    [[nodiscard]] const std::vector<std::uint32_t> &order() const
    {
        return m_sorting == Sorting{} ? m_byTime : m_order;
    }

    IncidentTable m_table;
    Fetch m_fetch;
    mutable QCache<qint64, IncidentEntry> m_entries;
    ShownCount m_shown;
    std::optional<TimeSpan> m_extentInTime;
    Sorting m_sorting;
    std::vector<TextRank> m_ranks; ///< Of what m_sorting is by.
    std::vector<std::uint32_t> m_byTime; ///< Rows of m_table as orderByDay() says.
    std::vector<std::uint32_t> m_order; ///< The same as m_sorting says; empty if that is by time.
    std::vector<std::uint32_t> m_rows; ///< Those of order() that the filter showed when it rested last.
    bool m_inView = false;
    std::optional<Viewport> m_view;
    QTimer m_resting;
};

} // namespace dateline
