#include "ui/window.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>

namespace dateline
{

int runWindow(QGuiApplication &application, const WindowOptions &)
{
    QQmlApplicationEngine engine;
    engine.loadFromModule("Dateline.Ui", "Main");
    return engine.rootObjects().isEmpty() ? 1 : application.exec();
}

} // namespace dateline
