#pragma once

#include "ui/incidentlistmodel.h"
#include "ui/matching.h"
#include "ui/reviewmodel.h"
#include "ui/selection.h"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// How the proposal under review stands to others: to those of its document, to join, to the case's incidents, and where
/// on the map.
class Arrangement : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool canJoin READ canJoin NOTIFY changed)
    Q_PROPERTY(QStringList others READ others NOTIFY changed)
    Q_PROPERTY(int claimCount READ claimCount NOTIFY changed)
    Q_PROPERTY(int placeCount READ placeCount NOTIFY changed)
    Q_PROPERTY(bool arranged READ isArranged NOTIFY changed)
    Q_PROPERTY(bool placed READ isPlaced NOTIFY changed)
    Q_PROPERTY(double longitude READ longitude NOTIFY changed)
    Q_PROPERTY(double latitude READ latitude NOTIFY changed)
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(QString knownTitle READ knownTitle NOTIFY changed)
    Q_PROPERTY(QString knownReason READ knownReason NOTIFY changed)

public:
    Arrangement(CaseStore *store, ReviewModel *review, IncidentListModel *incidents, Selection *selection,
                QObject *parent = nullptr);

    [[nodiscard]] bool canJoin() const; ///< Another proposal of the document follows.
    [[nodiscard]] QStringList others() const; ///< The titles of those of the document around it.
    [[nodiscard]] int claimCount() const;
    [[nodiscard]] int placeCount() const; ///< Places by name.
    [[nodiscard]] bool isArranged() const { return m_review->isArranged(); }
    [[nodiscard]] bool isPlaced() const { return m_anchor.has_value(); }
    [[nodiscard]] double longitude() const { return m_anchor ? m_anchor->lon : 0; }
    [[nodiscard]] double latitude() const { return m_anchor ? m_anchor->lat : 0; }
    [[nodiscard]] bool isKnown() const { return m_known.has_value(); } ///< The case may have the incident already.
    [[nodiscard]] QString knownTitle() const;
    [[nodiscard]] QString knownReason() const;

    /// Makes one proposal of the current one and the next of the document, or the one in @p row of others.
    Q_INVOKABLE void joinNext();
    Q_INVOKABLE void joinWith(int row);
    Q_INVOKABLE void splitByClaims();
    Q_INVOKABLE void splitByPlaces();
    Q_INVOKABLE void restore(); ///< As it was read.

    Q_INVOKABLE void accept(); ///< As another source of the incident that is known, or else as an incident of its own.
    Q_INVOKABLE void acceptAsNew();
    Q_INVOKABLE void showKnown(); ///< Selects the incident that is known.

Q_SIGNALS:
    void changed();

private:
    void look();
    void join(const ReviewModel::Row &other);
    void split(const std::vector<Proposal> &parts);
    [[nodiscard]] std::vector<ReviewModel::Row> neighbours() const;

    CaseStore *m_store;
    ReviewModel *m_review;
    IncidentListModel *m_incidents;
    Selection *m_selection;
    std::optional<LonLat> m_anchor;
    std::optional<KnownEvent> m_known;
};

} // namespace dateline
