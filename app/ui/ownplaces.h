#pragma once

#include "places/addplaces.h"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace dateline
{

class Places;

/// The files of places that the user has added to the gazetteer, a row each; adding and removing have a thread of their
/// own.
class OwnPlaces : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString refusals READ refusals NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole, CountRole };

    explicit OwnPlaces(Places *places, QObject *parent = nullptr);
    ~OwnPlaces() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isRunning() const { return m_stop != nullptr; }
    [[nodiscard]] double progress() const { return m_progress; } ///< 0…1.
    [[nodiscard]] QString summary() const { return m_summary; } ///< What is being done, or what came of it.
    [[nodiscard]] QString refusals() const
    {
        return m_refusals.join(QLatin1Char('\n'));
    } ///< Rows not read, a line each.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void show();
    Q_INVOKABLE void close(); ///< Not while a file is added or removed.
    Q_INVOKABLE void add(const QUrl &file); ///< A GeoNames dump or a table; see addPlaces().
    Q_INVOKABLE void cancel(); ///< Adds nothing of the file that is read.
    Q_INVOKABLE void remove(int row);

Q_SIGNALS:
    void changed();

private:
    using Work = std::function<Result<PlacesAdded>(const AddingProgress &progress, const std::stop_token &stop)>;
    /// Runs @p work in the thread; @p settle, then in this one, tells what came of it.
    void start(const QString &sentence, Work work, std::function<void(const Result<PlacesAdded> &)> settle);
    void tellAdded(const QString &name, const Result<PlacesAdded> &done);
    void reload();

    Places *m_places;
    std::vector<PlaceSource> m_sources;
    std::shared_ptr<std::stop_source> m_stop; ///< Of the work that goes on; null while none does.
    QStringList m_refusals;
    QString m_summary;
    double m_progress = 0;
    bool m_open = false;
    QThreadPool m_pool;
};

} // namespace dateline
