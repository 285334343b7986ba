#pragma once

#include "map/basemap.h"

#include <QObject>
#include <QThreadPool>
#include <QtQmlIntegration>

#include <functional>
#include <memory>

namespace dateline
{

/// The base map, opened in a worker so that the window does not wait for it, and the workers that paint it.
class BaseMapSource : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    Q_PROPERTY(QString credits READ credits NOTIFY readyChanged)

public:
    explicit BaseMapSource(QObject *parent = nullptr);
    ~BaseMapSource() override;

    /// Starts to open the base map that comes with the program.
    void open();

    [[nodiscard]] const std::shared_ptr<const BaseMap> &map() const { return m_map; }
    [[nodiscard]] bool isReady() const { return m_map != nullptr; }
    [[nodiscard]] QString credits() const { return m_map ? m_map->credits() : QString(); }

    /// Runs @p task in a worker, those of a higher @p priority first.
    void start(std::function<void()> task, int priority);
    [[nodiscard]] int workers() const { return m_pool.maxThreadCount(); }

Q_SIGNALS:
    void readyChanged();
    void failed(const QString &sentence);

private:
    std::shared_ptr<const BaseMap> m_map;
    QThreadPool m_pool;
};

} // namespace dateline
