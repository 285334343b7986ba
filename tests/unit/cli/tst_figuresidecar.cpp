#include "figurecase.h"

#include <QDir>
#include <QImage>
#include <QJsonDocument>

#include <random>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestFigureSidecar : public QObject, FigureCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void makesTheSameFigureAnew();
    void makesTheSameFigureOfABlurredPlaceAnew();
    void letsOptionsStandAboveWhatIsOpened();
    void refusesWhatIsNoSidecar_data();
    void refusesWhatIsNoSidecar();
    void refusesWhatIsMissing();
    void survivesDamage();
};

void TestFigureSidecar::makesTheSameFigureAnew()
{
    const QString first = path(u"first.png"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), first, u"--title"_s, u"A title"_s, u"--subtitle"_s, u"A subtitle"_s,
                     u"--credit"_s, u"A credit"_s, u"--size"_s, u"900x700"_s, u"--dpi"_s, u"120"_s, u"--dark"_s,
                     u"--bbox"_s, u"45,39,47,41"_s, u"--alt"_s, u"Two towns"_s}),
             0);
    const QString again = path(u"again.png"_s);
    QCOMPARE(figure({u"--open"_s, first + u".json"_s, path(u"case.gpkg"_s), again}), 0);
    QCOMPARE(bytesOf(again), bytesOf(first));
    QCOMPARE(QImage(again).text(u"Description"_s), u"Two towns"_s);
    QVERIFY(QFile::remove(first + u".json"_s));
    const QString third = path(u"third.png"_s);
    QCOMPARE(figure({u"--open"_s, first, path(u"case.gpkg"_s), third}), 0); // By what the PNG itself tells.
    QCOMPARE(bytesOf(third), bytesOf(first));
}

void TestFigureSidecar::makesTheSameFigureOfABlurredPlaceAnew()
{
    Incident secret = m_case->incident(IncidentId{1}).value();
    secret.sensitive = true;
    apply({secret});
    const QString first = path(u"first.png"_s);
    const QStringList arguments{path(u"case.gpkg"_s), first, u"--bbox"_s, u"46,39.2,46.7,39.8"_s, u"--dpi"_s, u"96"_s};
    // The first names that a process draws may differ at the rim of their halo, by 1 of 255.
    QCOMPARE(figure(arguments), 0);
    QCOMPARE(figure(arguments), 0);
    const QString again = path(u"again.png"_s);
    QCOMPARE(figure({u"--open"_s, first + u".json"_s, path(u"case.gpkg"_s), again}), 0);
    const auto settings = [](const QString &figure) {
        return QJsonDocument(readSidecar(figure)->object[u"spec"].toObject()).toJson(QJsonDocument::Compact);
    };
    QCOMPARE(settings(again), settings(first));
    QCOMPARE(bytesOf(again), bytesOf(first));
    QCOMPARE(verify(first), 0);
    // The words that the figure must not have, nobody learns from a check either.
    secret.title = u"Another title that nobody may see"_s;
    apply({secret});
    QCOMPARE(changes(first), QStringList());
}

void TestFigureSidecar::letsOptionsStandAboveWhatIsOpened()
{
    const QString first = path(u"first.png"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), first, u"--title"_s, u"A title"_s, u"--dpi"_s, u"96"_s}), 0);
    const QString again = path(u"again.png"_s);
    QCOMPARE(figure({u"--open"_s, first, path(u"case.gpkg"_s), again, u"--title"_s, u"Another"_s}), 0);
    QCOMPARE(QImage(again).text(u"Title"_s), u"Another"_s);
    QCOMPARE(QImage(again).size(), QImage(first).size());
}

void TestFigureSidecar::refusesWhatIsNoSidecar_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("empty") << QByteArray() << Error::Kind::Malformed;
    QTest::newRow("no JSON") << QByteArray("{\"format\": \"dateline-figure-2\", ") << Error::Kind::Malformed;
    QTest::newRow("a list") << QByteArray("[1, 2]") << Error::Kind::Malformed;
    QTest::newRow("another format") << QByteArray("{\"format\": \"geojson\"}") << Error::Kind::Malformed;
    QTest::newRow("no number") << QByteArray("{\"format\": \"dateline-figure-x\"}") << Error::Kind::Malformed;
    QTest::newRow("nothing in it") << QByteArray("{\"format\": \"dateline-figure-2\"}") << Error::Kind::Malformed;
    QTest::newRow("a list for the settings")
        << QByteArray("{\"format\": \"dateline-figure-2\", \"spec\": [], \"incidents\": [], \"sources\": []}")
        << Error::Kind::Malformed;
    QTest::newRow("older") << QByteArray("{\"format\": \"dateline-figure-1\"}") << Error::Kind::Unsupported;
    QTest::newRow("newer") << QByteArray("{\"format\": \"dateline-figure-3\"}") << Error::Kind::Unsupported;
}

void TestFigureSidecar::refusesWhatIsNoSidecar()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Error::Kind, kind);
    const QString file = path(u"figure.svg"_s);
    write(file, "<svg/>");
    write(file + u".json"_s, bytes);
    QCOMPARE(readSidecar(file).error().kind, kind);
    QVERIFY(readSidecar(file).error().message.contains(file + u".json"_s));
    QCOMPARE(verify(file), 2);
    QCOMPARE(figure({u"--open"_s, file + u".json"_s, path(u"case.gpkg"_s), path(u"out.svg"_s)}), 1);
    QVERIFY(!QFile::exists(path(u"out.svg"_s)));
}

void TestFigureSidecar::refusesWhatIsMissing()
{
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(readSidecar(file).error().kind, Error::Kind::NotFound);
    QCOMPARE(verify(file), 2);
    QCOMPARE(runCommand({u"verify"_s, file}), 2);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    QCOMPARE(runCommand({u"verify"_s, file, path(u"missing.gpkg"_s)}), 2);
    QVERIFY(QFile::remove(file));
    QCOMPARE(verify(file), 2); // The sidecar is there, the picture is not.
    write(file, "<svg/>");
    QVERIFY(QFile::remove(file + u".json"_s));
    QCOMPARE(readSidecar(file).error().kind, Error::Kind::NotFound);
    QCOMPARE(verify(file), 2);
    QVERIFY(QDir(m_folder->path()).mkdir(u"figure.svg.json"_s));
    QCOMPARE(readSidecar(file).error().kind, Error::Kind::Unreadable);
}

void TestFigureSidecar::survivesDamage()
{
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    const QByteArray whole = bytesOf(file + u".json"_s);
    const Result<FigureContent> now = figureContentOf(*m_case, {}, nullptr);
    QVERIFY(now);
    std::mt19937 random(7);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<std::uint_fast32_t>(limit));
    };
    int read = 0;
    for (int turn = 0; turn < 400; ++turn) {
        QByteArray bytes = whole;
        // Values of other types and sizes where the file still is JSON, and bytes where it mostly is not.
        const QByteArrayList others{"null", "[]", "{}", "-1", "1e300", "\"\"", "true"};
        const qsizetype colon = bytes.indexOf(": ", below(whole.size()));
        const qsizetype end = colon < 0 ? -1 : bytes.indexOf('\n', colon);
        if (turn % 4 != 0 && end > 0 && bytes[end - 1] == ',')
            bytes.replace(colon + 2, end - colon - 3, others[below(others.size())]);
        else
            bytes[below(whole.size())] = static_cast<char>(below(256));
        write(file + u".json"_s, bytes);
        if (const Result<Sidecar> sidecar = readSidecar(file)) {
            ++read;
            std::ignore = changesSince(sidecar->object, *now);
        }
    }
    QVERIFY2(read > 100, qPrintable(QString::number(read)));
}

QTEST_MAIN(TestFigureSidecar)
#include "tst_figuresidecar.moc"
