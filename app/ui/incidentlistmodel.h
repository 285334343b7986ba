#pragma once

#include "casefile/case.h"
#include "map/scene.h"

#include <QAbstractListModel>
#include <QDate>
#include <QtQmlIntegration>

#include <map>
#include <span>
#include <vector>

namespace dateline
{

/// The incidents of the case by day, undated last, as far as the filter shows them.
///
/// It also holds all incidents and the filter for the map, the timeline and the figure.
class IncidentListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY shownChanged)
    Q_PROPERTY(int total READ total NOTIFY shownChanged)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY shownChanged)
    Q_PROPERTY(bool timeFiltered READ isTimeFiltered NOTIFY shownChanged)

public:
    enum Role { IdRole = Qt::UserRole, TitleRole, KindRole, KindNameRole, WhenRole, PlaceRole, SupportRole, DayRole };

    explicit IncidentListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Takes the case's incidents; @p quotes counts the quotes of each.
    void setIncidents(std::vector<SceneIncident> incidents, std::map<IncidentId, int> quotes = {});
    void setFilter(const IncidentFilter &filter);

    [[nodiscard]] std::span<const SceneIncident> all() const { return m_all; }
    [[nodiscard]] const SceneIncident *find(IncidentId id) const;
    [[nodiscard]] const IncidentFilter &filter() const { return m_filter; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] bool isFiltered() const { return m_filter != IncidentFilter{}; }
    [[nodiscard]] bool isTimeFiltered() const { return m_filter.begin || m_filter.end; }

    /// The incident in @p row, and the row of an incident; 0 and −1 if there is none.
    Q_INVOKABLE [[nodiscard]] qint64 idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(qint64 id) const;

    Q_INVOKABLE void showEverything();
    Q_INVOKABLE void showAllTimes();

Q_SIGNALS:
    void shownChanged(); ///< The incidents or the filter.

private:
    void rebuild();

    std::vector<SceneIncident> m_all; ///< By day in each one's own zone, then begin; undated last.
    std::map<IncidentId, int> m_quotes;
    IncidentFilter m_filter;
    std::vector<std::size_t> m_rows; ///< Indexes into m_all.
};

/// The kinds that occur in the case, each with its number of incidents and a switch.
class KindFilterModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")

public:
    enum Role { KindRole = Qt::UserRole, NameRole, CountRole, ShownRole };

    explicit KindFilterModel(IncidentListModel *incidents);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows or hides the kind in @p row.
    Q_INVOKABLE void toggle(int row);

private:
    void update();

    struct Row
    {
        Kind kind{};
        int count = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    IncidentListModel *m_incidents;
    std::vector<Row> m_rows;
};

} // namespace dateline
