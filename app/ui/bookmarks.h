#pragma once

#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/incidentlayer.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The views of the map that the case keeps under names, each with what the filter shows, in the order they were made.
class Bookmarks : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(dateline::IncidentLayer::View view READ view WRITE setView NOTIFY viewChanged)
    Q_PROPERTY(bool naming READ isNaming NOTIFY changed)
    Q_PROPERTY(bool editing READ isEditing NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole, ShowsRole };

    Bookmarks(CaseStore *store, IncidentListModel *incidents, Camera *camera, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return rowCount(); }
    /// How the map shows many incidents now; the map tells it.
    [[nodiscard]] IncidentLayer::View view() const { return m_view; }
    void setView(IncidentLayer::View view);
    [[nodiscard]] bool isNaming() const { return m_naming; } ///< A name for what the map shows is asked for.
    [[nodiscard]] bool isEditing() const { return m_editing; } ///< The list of them is open.

    Q_INVOKABLE void ask(); ///< Asks for a name.
    Q_INVOKABLE void edit(); ///< Opens the list.
    Q_INVOKABLE void close();

    // Each is one step to undo. What is not there, and a blank name, is left alone.
    Q_INVOKABLE void add(const QString &name); ///< What the map shows now; closes.
    Q_INVOKABLE void rename(int row, const QString &name);
    Q_INVOKABLE void update(int row); ///< To what the map shows now.
    Q_INVOKABLE void remove(int row);

    /// Shows what the bookmark holds.
    Q_INVOKABLE void go(int row);

Q_SIGNALS:
    void changed();
    void viewChanged();
    void viewRequested(dateline::IncidentLayer::View view);

private:
    void reload();
    [[nodiscard]] Bookmark present(BookmarkId id, const QString &name) const;
    [[nodiscard]] const Bookmark *at(int row) const;

    CaseStore *m_store;
    IncidentListModel *m_incidents;
    Camera *m_camera;
    std::vector<Bookmark> m_rows;
    IncidentLayer::View m_view = IncidentLayer::Clusters;
    bool m_naming = false;
    bool m_editing = false;
};

} // namespace dateline
