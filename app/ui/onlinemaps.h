#pragma once

#include "online/onlineaccess.h"
#include "online/onlinesource.h"
#include "ui/casestore.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTemporaryDir>
#include <QtQmlIntegration>

#include <memory>
#include <vector>

namespace dateline
{

/// What the map and the search may ask of the network, a row each, and what of it the user has turned on for this case.
class OnlineMaps : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool possible READ isPossible NOTIFY changed)
    Q_PROPERTY(bool active READ isAnyOn NOTIFY changed)
    Q_PROPERTY(QString sign READ sign NOTIFY changed)
    Q_PROPERTY(QString credits READ credits NOTIFY changed)
    Q_PROPERTY(bool ownNames READ hasOwnNames NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(int asked READ asked NOTIFY changed)
    Q_PROPERTY(QString agent READ agent CONSTANT)
    Q_PROPERTY(QString cacheFolder READ cacheFolder NOTIFY changed)

public:
    enum Role { IdRole = Qt::UserRole, NameRole, HostRole, LeavesRole, OnRole, OwnRole, KindRole, AddressRole };
    enum Kind { OpenStreetMap, Tiles, PlaceSearch }; ///< As OnlineKind.
    Q_ENUM(Kind)

    explicit OnlineMaps(CaseStore *store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] OnlineAccess *access() { return &m_access; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isPossible() const
    {
        return m_store->current() != nullptr;
    } ///< There is a case to turn it on for.
    [[nodiscard]] bool isOn(const QString &id) const { return m_on.contains(id); }
    [[nodiscard]] bool isAnyOn() const { return !m_on.isEmpty() || !m_questioned.isEmpty(); }
    [[nodiscard]] QString sign() const; ///< “Online: tile.example.org”; empty while nothing is on.
    [[nodiscard]] QString credits() const; ///< Of the maps that are on.
    [[nodiscard]] bool hasOwnNames() const; ///< A map that is on shows names of places itself.
    [[nodiscard]] QString
    trouble() const; ///< Why a part of what is on is missing, and what to do; empty if nothing is.
    [[nodiscard]] int asked() const { return m_asked; } ///< The row whose sentence waits for a yes; −1: none.
    [[nodiscard]] QString agent() const { return OnlineAccess::userAgent(); }
    [[nodiscard]] QString cacheFolder() const; ///< For Qt Location's own tiles: emptied when they are turned off.

    [[nodiscard]] const OnlineSource *find(const QString &id) const;
    /// The search for places that is on; null if none is.
    [[nodiscard]] const OnlineSource *placeSearch() const;
    /// Adds @p source, off. Conflict if its address is there already.
    [[nodiscard]] Result<void> add(OnlineSource source);
    /// Opens the gate to @p address for a question of its own, or closes it again with an empty one.
    void question(const QUrl &address);
    /// Tells why a part of the source called @p id is missing, or with an empty sentence that it is there again.
    void tell(const QString &id, const QString &sentence);

    Q_INVOKABLE void show();
    Q_INVOKABLE void close();
    Q_INVOKABLE void ask(int row); ///< Shows what would leave the computer; confirm() turns it on.
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void turnOff(int row);
    Q_INVOKABLE void workOffline(); ///< Turns all off at once.
    Q_INVOKABLE void remove(int row); ///< Not those that come with the program.

Q_SIGNALS:
    void changed();

private:
    void follow();
    void setOn(QSet<QString> ids);
    void openGate();
    [[nodiscard]] bool hasPluginOn() const;
    void emptyCache();
    void probe(const OnlineSource &source);
    [[nodiscard]] std::vector<OnlineSource> added() const;

    CaseStore *m_store;
    OnlineAccess m_access;
    std::vector<OnlineSource> m_sources; ///< Ours first.
    QSet<QString> m_on;
    QUrl m_questioned;
    QHash<QString, QString> m_troubles;
    std::unique_ptr<QTemporaryDir> m_cache;
    int m_asked = -1;
    bool m_open = false;
};

} // namespace dateline
