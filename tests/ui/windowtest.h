#pragma once

#include "openwindow.h"

#include <QTemporaryDir>

#include <memory>

namespace dateline
{

/// Tests of the window on a case in a folder of its own; one that warned of anything fails.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OpenWindow> m_open;

private Q_SLOTS:
    void initTestCase();
    void cleanup();
};

} // namespace dateline
