#include "cli/console.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace dateline
{

namespace
{

void write(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

} // namespace

void print(const QString &text)
{
    write(stdout, text.toUtf8() + '\n');
}

void print(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson());
}

void tell(const QString &text)
{
    write(stderr, text.toUtf8() + '\n');
}

int failed(const Error &error)
{
    tell(error.message);
    return exitFailed;
}

int misused(const QString &verb, const QString &text)
{
    const QString help =
        verb.isEmpty() ? QStringLiteral("dateline --help") : QStringLiteral("dateline %1 --help").arg(verb);
    tell(QCoreApplication::translate("CommandLine", "%1; see %2").arg(text, help));
    return exitMisused;
}

std::optional<int> parse(QCommandLineParser &parser, const QString &verb, const QString &usage,
                         const QStringList &arguments)
{
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(QStringList(verb) + arguments)) {
        QString text = parser.errorText();
        while (text.endsWith(u'.'))
            text.chop(1);
        return misused(verb, text);
    }
    if (!parser.isSet(help))
        return std::nullopt;
    // Qt's usage line names the program as it was called, and no verb.
    const QString text = parser.helpText();
    print(QCoreApplication::translate("CommandLine", "Usage: dateline %1").arg(usage)
          + text.sliced(std::max<qsizetype>(0, text.indexOf(u'\n'))).trimmed().prepend(QStringLiteral("\n")));
    return exitDone;
}

} // namespace dateline
