#pragma once

#include "ui/onlinemaps.h"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

namespace dateline
{

/// A form for one more address: of tiles, or of a WMTS or WMS, which is asked what maps it offers when the user says so.
class OnlineAdding : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
    Q_PROPERTY(bool service READ isService NOTIFY changed)
    Q_PROPERTY(QString leaves READ leaves NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QStringList offers READ offers NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(int offerCount READ offerCount NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString credit READ credit WRITE setCredit NOTIFY changed)
    Q_PROPERTY(bool ownNames READ hasOwnNames WRITE setOwnNames NOTIFY changed)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit OnlineAdding(OnlineMaps *maps, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString &address);
    [[nodiscard]] bool isService() const; ///< The address has to be asked what it offers.
    [[nodiscard]] QString leaves() const; ///< What that tells its server.
    [[nodiscard]] bool isBusy() const { return m_question != 0; }
    [[nodiscard]] QStringList offers() const; ///< The names of those that fit the filter, at most a few hundred.
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int offerCount() const { return static_cast<int>(m_offers.size()); }
    [[nodiscard]] QString name() const { return m_source.name; }
    void setName(const QString &name);
    [[nodiscard]] QString credit() const { return m_source.credit; }
    void setCredit(const QString &credit);
    [[nodiscard]] bool hasOwnNames() const { return m_source.ownNames; }
    void setOwnNames(bool ownNames);
    [[nodiscard]] bool isReady() const; ///< There is a map to add, and its name and credit are filled in.
    [[nodiscard]] QString problem() const { return m_problem; } ///< One sentence; empty if there is none.

    Q_INVOKABLE void start();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void askOffers();
    Q_INVOKABLE void choose(int offer); ///< By its place in offers().
    Q_INVOKABLE void add();

Q_SIGNALS:
    void changed();

private:
    void askAddress(std::vector<QUrl> addresses);
    void stopAsking();
    void say(const QString &problem);
    [[nodiscard]] std::vector<std::size_t> fitting() const;

    OnlineMaps *m_maps;
    bool m_open = false;
    QString m_address;
    OnlineSource m_source; ///< What would be added.
    std::vector<OnlineSource> m_offers;
    QString m_filter;
    QString m_problem;
    quint64 m_question = 0;
};

} // namespace dateline
