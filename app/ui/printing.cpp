#include "ui/printing.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryFile>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int patienceMs = 20'000; ///< A print server may be far away.

struct PrintText
{
    Q_DECLARE_TR_FUNCTIONS(PrintText)
};

} // namespace

QStringList printerNames()
{
    QProcess process;
    process.start(u"lpstat"_s, {u"-e"_s});
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

Result<void> printPdf(const QByteArray &page, const QString &title, const QString &printer)
{
    QTemporaryFile file;
    const auto refused = [&printer](const QString &why) {
        return failure(Error::Kind::Unwritable,
                       PrintText::tr("“%1” did not take the figure (%2); save it as a PDF and print that")
                           .arg(printer, why.trimmed()));
    };
    if (!file.open() || file.write(page) != page.size() || !file.flush())
        return refused(file.errorString());
    QProcess process;
    process.start(u"lp"_s, {u"-d"_s, printer, u"-t"_s, title, u"-o"_s, u"fit-to-page"_s, u"--"_s, file.fileName()});
    if (!process.waitForFinished(patienceMs))
        return refused(process.errorString());
    if (process.exitCode() != 0)
        return refused(QString::fromUtf8(process.readAllStandardError()));
    return {};
}

} // namespace dateline
