#pragma once

#include "ui/casestore.h"
#include "ui/incidentlistmodel.h"
#include "ui/selection.h"

#include <QtQmlIntegration>

namespace dateline
{

/// The incidents that are selected together in the list, besides the one that Selection shows.
///
/// Only those that are listed count: what the filter hides is never edited, and is selected again when it is shown
/// again. Fewer than two are no such selection, unless the keyboard is on its way to the second.
class ChosenIncidents : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(int turn READ turn NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(int kind READ kind NOTIFY changed)
    Q_PROPERTY(int status READ status NOTIFY changed)
    Q_PROPERTY(int credibility READ credibility NOTIFY changed)

public:
    ChosenIncidents(CaseStore *store, IncidentListModel *incidents, Selection *selection, QObject *parent = nullptr);

    [[nodiscard]] bool isActive() const { return !m_listed.empty(); }
    [[nodiscard]] int turn() const { return m_turn; } ///< Another one whenever has() may say something else.
    [[nodiscard]] QString countText() const; ///< “12 incidents selected”.
    // What all of them have in common; −1 if they differ.
    [[nodiscard]] int kind() const { return m_kind; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] int credibility() const { return m_credibility; }

    [[nodiscard]] const std::vector<IncidentId> &ids() const { return m_listed; } ///< Ascending.
    Q_INVOKABLE [[nodiscard]] bool has(qint64 incident) const;

    Q_INVOKABLE void selectOnly(qint64 incident);
    Q_INVOKABLE void toggle(qint64 incident);
    /// Selects all rows from where the selection began to @p incident.
    Q_INVOKABLE void extendTo(qint64 incident);
    Q_INVOKABLE void selectAll();
    /// Goes back to the one that is shown.
    Q_INVOKABLE void clear();

    /// A click on a row, which selects as the keys that are held with it say.
    Q_INVOKABLE void click(qint64 incident);
    /// A key of the list, which shows @p page rows at once; false if it does nothing here.
    Q_INVOKABLE bool press(int key, int modifiers, int page);

Q_SIGNALS:
    void changed();

private:
    void set(std::vector<IncidentId> ids);
    void show(qint64 incident);
    void moveTo(qint64 incident);
    void recount();

    IncidentListModel *m_incidents;
    Selection *m_selection;
    std::vector<IncidentId> m_ids; ///< Ascending, listed or not.
    std::vector<IncidentId> m_listed; ///< Those of them that are.
    qint64 m_anchor = 0; ///< Where a range begins.
    qint64 m_shown = 0; ///< By Selection.
    bool m_showing = false; ///< It changes because of what is selected here.
    int m_turn = 0;
    int m_kind = -1;
    int m_status = -1;
    int m_credibility = -1;
};

/// “1 incident”, “10,000 incidents”.
[[nodiscard]] QString incidentCountText(std::size_t count);

} // namespace dateline
