#include "localserver.h"

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QNetworkInterface>
#include <QTcpSocket>

#include <utility>

namespace dateline
{

LocalServer::LocalServer(std::function<Answer(const QString &)> answer)
    : m_answer(std::move(answer))
{
    connect(this, &QTcpServer::newConnection, this, &LocalServer::receive);
    if (!listen(QHostAddress::AnyIPv4))
        qFatal("There is nothing to listen on: %s", qPrintable(errorString()));
}

QString LocalServer::address() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(serverPort());
}

QString LocalServer::farAddress() const
{
    const QString far = QStringLiteral("10.9.8.7");
    if (!QNetworkInterface::allAddresses().contains(QHostAddress(far)))
        return {};
    return QStringLiteral("http://%1:%2").arg(far).arg(serverPort());
}

void LocalServer::forget()
{
    m_paths.clear();
    m_questions.clear();
    m_broken = 0;
}

void LocalServer::receive()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray question = socket->peek(65536);
            if (!question.endsWith("\r\n\r\n"))
                return;
            socket->readAll();
            const QString path = QString::fromUtf8(question.split(' ').value(1));
            m_paths.append(path);
            m_questions.append(question);
            const Answer answer = m_answer(path);
            if (answer.never) {
                connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_broken; });
                return;
            }
            socket->write("HTTP/1.1 " + QByteArray::number(answer.status)
                          + " Answer\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n"
                          + answer.headers + "Connection: close\r\n\r\n" + answer.body);
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

QByteArray tileOf(const char *colour)
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(QColor::fromString(QLatin1StringView(colour)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace dateline
