#include "ui/window.h"

#include "map/theme.h"
#include "ui/firstmap.h"
#include "ui/framebench.h"
#include "ui/networkrefusal.h"
#include "ui/selftest.h"
#include "ui/session.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>

#include <utility>

namespace dateline
{

void prepareDrawing()
{
    // Letters as the screen's pixels have them are sharper than scaled ones, and a frame without a graphics card takes a
    // quarter less.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    // A frame begins when what it shows has changed, not 5 ms later. Little lies under something opaque, and no item is
    // clipped by more than a box: without a graphics card, depths and stencils take a quarter of a frame.
    for (const auto &[name, value] : {std::pair("QT_QPA_UPDATE_IDLE_TIME", "0"), std::pair("QSG_NO_DEPTH_BUFFER", "1"),
                                      std::pair("QSG_NO_STENCIL_BUFFER", "1")}) {
        if (!qEnvironmentVariableIsSet(name))
            qputenv(name, value);
    }
}

int runWindow(QGuiApplication &application, const WindowOptions &options)
{
    const WarningCount warnings;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication::setFont(interfaceFont(14));
    prepareDrawing();
    Session session;
    NetworkRefusal refusal;
    QQmlApplicationEngine engine;
    engine.setNetworkAccessManagerFactory(&refusal);
    engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)}});
    session.beginOpening(options.casePath);
    engine.loadFromModule("Dateline.Ui", "Main");
    session.finishOpening();
    auto *window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (!window)
        return 1;
    if (options.timing)
        tellFirstMap(window);
    if (options.frames) {
        window->resize(1280, 800);
        benchFrames(session, *window);
    }
    if (options.selfTest)
        return selfTest(session, *window, warnings);
    return application.exec();
}

} // namespace dateline
