#pragma once

#include "online/placesearch.h"
#include "ui/camera.h"
#include "ui/onlinemaps.h"

#include <QAbstractListModel>
#include <QDeadlineTimer>
#include <QTimer>
#include <QtQmlIntegration>

namespace dateline
{

/// Places that Nominatim knows, a row each: asked once a person presses for it, and at most once a second.
class OnlineSearch : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed)
    Q_PROPERTY(QString host READ host NOTIFY changed)
    Q_PROPERTY(QString credit READ credit NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole, DetailRole };

    OnlineSearch(OnlineMaps *maps, Camera *camera, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isAvailable() const { return m_maps->placeSearch() != nullptr; }
    [[nodiscard]] QString host() const;
    [[nodiscard]] QString credit() const;
    [[nodiscard]] QString words() const { return m_words; } ///< That were asked for last.
    [[nodiscard]] bool isBusy() const { return m_question != 0 || m_wait.isActive(); }
    [[nodiscard]] QString sentence() const { return m_sentence; } ///< What came of it; empty if places did.

    /// Asks for @p words, instead of what was asked before and is not answered.
    Q_INVOKABLE void ask(const QString &words);
    Q_INVOKABLE void go(int row); ///< Shows the place on the map.
    Q_INVOKABLE void take(int row); ///< As the place of the incident that is being edited.

Q_SIGNALS:
    void changed();
    void taken(const dateline::Where &where);

private:
    void askNow();
    void forget();
    void show(std::vector<OnlinePlace> places, const QString &sentence);

    OnlineMaps *m_maps;
    Camera *m_camera;
    std::vector<OnlinePlace> m_places;
    QString m_words;
    QString m_sentence;
    QTimer m_wait;
    QDeadlineTimer m_next{0}; ///< When the next question may be asked.
    quint64 m_question = 0;
};

} // namespace dateline
