#pragma once

#include "places/gazetteer.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>

namespace dateline
{

/// The gazetteer, opened by whoever needs it first, and the worker thread that reads texts with it.
class Places : public QObject
{
    Q_OBJECT

public:
    explicit Places(QObject *parent = nullptr);
    ~Places() override;

    /// The gazetteer; an error if its file is missing. Safe from any thread.
    [[nodiscard]] Result<std::shared_ptr<const Gazetteer>> gazetteer() const;

    /// The next one who needs it opens it anew: the user's places have changed. Safe from any thread.
    void reopen();

    /// Runs @p task in the worker thread.
    void start(std::function<void()> task);

private:
    struct Shelf;
    std::shared_ptr<Shelf> m_shelf;
    QThreadPool m_pool;
};

} // namespace dateline
