#include "ui/basemapsource.h"

#include "base/sharedfile.h"

#include <QThread>

#include <algorithm>

namespace dateline
{

BaseMapSource::BaseMapSource(QObject *parent)
    : QObject(parent)
{
    constexpr int mostWorkers = 4;
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 2, mostWorkers));
    m_pool.setThreadPriority(QThread::LowPriority);
}

BaseMapSource::~BaseMapSource()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void BaseMapSource::open()
{
    m_pool.start([this] {
        Result<std::shared_ptr<const BaseMap>> opened = BaseMap::open(sharedFile(QStringLiteral("base.gpkg")));
        // The pool is waited for in the destructor, so this object is still there.
        QMetaObject::invokeMethod(this, [this, opened = std::move(opened)] {
            if (!opened) {
                Q_EMIT failed(opened.error().message);
                return;
            }
            m_map = *opened;
            Q_EMIT readyChanged();
        });
    });
}

void BaseMapSource::start(std::function<void()> task, int priority)
{
    m_pool.start(std::move(task), priority);
}

} // namespace dateline
