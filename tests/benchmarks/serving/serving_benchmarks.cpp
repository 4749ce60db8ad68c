// How fast and how steadily deployments are served. See `usage`.

#include "core/deployment/http_server.h"
#include "tests/benchmarks/serving/load_generator.h"
#include "tests/benchmarks/serving/queue_trial.h"
#include "tests/benchmarks/serving/served_network.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

#include <cstdio>

#include <unistd.h>

namespace labelwright::benchmarks {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* usage =
    "network: images a second of mobilenet_v2 alone, by batch size\n"
    "queue: the inference queue under closed-loop callers, by batch size and wait\n"
    "serve: a server with mobilenet_v2 under load, against the network alone in the same run\n"
    "soak: a server with a small network under 100,000 requests: memory before and after\n"
    "load: any server under load, such as labelwright-cli serve: needs --url";

double megabytesOf(const QString& process)
{
    QFile file("/proc/" + process + "/statm");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return double(pages.value(1).toLongLong()) * double(sysconf(_SC_PAGESIZE)) / double(1 << 20);
}

void print(const LoadReport& report, std::size_t imagesPerRequest)
{
    const double images = double(report.succeeded() * imagesPerRequest);
    std::printf("%zu answers in %.1f s: %.1f requests/s, %.1f images/s; p50 %.1f ms, p99 %.1f ms, "
                "slowest %.1f ms; %zu broken",
                report.succeeded(), report.seconds, double(report.succeeded()) / report.seconds,
                images / report.seconds, report.quantile(0.5), report.quantile(0.99),
                report.quantile(1), report.broken);
    for (const auto& [status, count] : report.statuses)
        if (status != 200)
            std::printf("; %zu × %d", count, status);
    std::printf("\n");
    if (!report.firstRefusal.isEmpty())
        std::printf("first refusal: %s\n", report.firstRefusal.left(300).constData());
}

/// Scores as the endpoint gives them for a form: one flat object.
QByteArray flatObject(const Prediction& prediction, const QStringList& labels)
{
    QJsonObject object;
    for (qsizetype i = 0; i < labels.size(); ++i)
        object[labels[i]] = double(prediction.scores[std::size_t(i)]);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Answers forms with one image out of the queue.
HttpHandler handlerFor(InferenceQueue& queue, const InferenceQueue::Service& service)
{
    return [&queue, service](const HttpRequest& request, const HttpRespond& respond) {
        if (request.form.empty())
            return respond({400, "text/plain", "no form", {}});
        const bool taken = queue.predict(
            service, {request.form.front().value},
            [respond, labels = service->model().labels](const auto& results) {
                const auto& result = results.front();
                respond({result ? 200 : 400, "application/json",
                         result ? flatObject(*result, labels) : result.error().summary.toUtf8(),
                         {}});
            });
        if (!taken)
            respond({503, "text/plain", "full", {{"Retry-After", "1"}}});
    };
}

struct ServingOptions
{
    std::size_t connections = 64;
    std::size_t requests = 2000;
    std::size_t rows = 1;
    int side = 224;
    int photoSide = 256;
    double seconds = 3;
    std::size_t rounds = 5;
    QUrl url;
    QByteArray token;
    QByteArray field;
    QString process;
};

int fail(const Error& error)
{
    std::fprintf(stderr, "error: %s\n", error.summary.toUtf8().constData());
    return 1;
}

int measureNetwork(const ServingOptions& options)
{
    const QTemporaryDir folder;
    const auto service = mobileNet(folder.path(), options.side);
    if (!service)
        return fail(service.error());
    const auto files = photos(64, options.photoSide);
    for (const std::size_t batch : {1U, 2U, 4U, 8U, 16U, 32U}) {
        std::size_t done = 0;
        const Clock::time_point start = Clock::now();
        double took = 0;
        while (took < options.seconds) {
            const std::vector<QByteArray> part(files.begin(), files.begin() + std::ptrdiff_t(batch));
            done += (*service)->predict(part).size();
            took = std::chrono::duration<double>(Clock::now() - start).count();
        }
        std::printf("batch %2zu: %.1f images/s with decoding, %.1f ms a batch\n", batch,
                    double(done) / took, 1000 * took * double(batch) / double(done));
    }
    std::printf("bare, prepared: %.1f images/s\n",
                bareImagesPerSecond(**service, files, options.seconds));
    return 0;
}

/// Rounds go over all settings, so that what else the machine does meets each of them alike.
int measureQueues(const ServingOptions& options)
{
    const QTemporaryDir folder;
    const auto service = mobileNet(folder.path(), options.side);
    if (!service)
        return fail(service.error());
    const auto files = photos(64, options.photoSide);
    std::vector<QueueTrial> trials = queueTrials();
    for (std::size_t round = 0; round < options.rounds; ++round)
        for (QueueTrial& trial : trials)
            measureQueue(*service, files, options.seconds, trial);
    for (const QueueTrial& trial : trials)
        std::printf("callers %3zu, batch %2zu, wait %5.1f ms: %6.1f images/s, p50 %7.1f ms, p99 "
                    "%7.1f ms, %.1f images a batch\n",
                    trial.callers, trial.limits.batch, double(trial.limits.wait.count()) / 1000,
                    trial.rate(), trial.best.quantile(0.5), trial.best.quantile(0.99),
                    trial.imagesPerBatch);
    return 0;
}

/// A server in this process that answers forms out of a queue.
struct OwnServer
{
    explicit OwnServer(const InferenceQueue::Service& service)
        : server(HttpServer::start({}, handlerFor(queue, service)))
    {
    }
    InferenceQueue queue;
    Result<std::unique_ptr<HttpServer>> server;
};

Result<LoadReport> load(const OwnServer& own, const std::vector<QByteArray>& files,
                        std::size_t connections, std::size_t requests)
{
    if (!own.server)
        return failureOf(own.server);
    LoadPlan plan;
    plan.port = (*own.server)->port();
    plan.connections = connections;
    plan.count = requests;
    for (const QByteArray& file : files)
        plan.requests.push_back(formRequest("/forward", {}, "image", file));
    return generateLoad(plan);
}

/// Rounds of the network alone and of the server in turn. The best of each is compared: what else
/// the machine does slows some rounds of both.
int measureServer(const ServingOptions& options)
{
    const QTemporaryDir folder;
    const auto service = mobileNet(folder.path(), options.side);
    if (!service)
        return fail(service.error());
    const auto files = photos(64, options.photoSide);
    const OwnServer own(*service);
    double bestBare = 0;
    double bestServed = 0;
    std::size_t succeeded = 0;
    for (std::size_t round = 0; round < options.rounds; ++round) {
        const double bare = bareImagesPerSecond(**service, files, options.seconds);
        const auto report =
            load(own, files, options.connections, options.requests / options.rounds);
        if (!report)
            return fail(report.error());
        std::printf("bare network: %.1f images/s\n", bare);
        print(*report, 1);
        std::fflush(stdout);
        succeeded += report->succeeded();
        bestBare = std::max(bestBare, bare);
        bestServed = std::max(bestServed, double(report->succeeded()) / report->seconds);
    }
    std::printf("best: bare %.1f, served %.1f images/s; served / bare: %.3f\n", bestBare,
                bestServed, bestServed / bestBare);
    return succeeded == options.requests / options.rounds * options.rounds ? 0 : 1;
}

int soak(const ServingOptions& options)
{
    const QTemporaryDir folder;
    const auto service = smallNetwork(folder.path());
    if (!service)
        return fail(service.error());
    const auto files = photos(64, 64);
    const OwnServer own(*service);
    constexpr std::size_t parts = 10;
    std::size_t succeeded = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        const auto report = load(own, files, options.connections, options.requests / parts);
        if (!report)
            return fail(report.error());
        succeeded += report->succeeded();
        print(*report, 1);
        std::printf("%zu requests: %.1f MB resident\n", (part + 1) * options.requests / parts,
                    megabytesOf("self"));
    }
    return succeeded == options.requests / parts * parts ? 0 : 1;
}

QByteArray authorization(const QByteArray& token)
{
    return token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
}

int loadServer(const ServingOptions& options)
{
    const QTemporaryDir folder;
    const auto service = mobileNet(folder.path(), options.side);
    if (!service)
        return fail(service.error());
    const auto files = photos(64, options.photoSide);
    LoadPlan plan;
    plan.address = options.url.host();
    plan.port = quint16(options.url.port(80));
    plan.connections = options.connections;
    plan.count = options.requests;
    const QByteArray path = options.url.path().toUtf8();
    const QByteArray headers = authorization(options.token);
    for (std::size_t i = 0; i < files.size(); ++i) {
        std::vector<QByteArray> rows;
        for (std::size_t row = 0; row < options.rows; ++row)
            rows.push_back(files[(i + row) % files.size()]);
        plan.requests.push_back(options.rows == 0
                                    ? formRequest(path, headers, options.field, files[i])
                                    : rowsRequest(path, headers, options.field, rows));
    }
    const double before = bareImagesPerSecond(**service, files, options.seconds);
    const double memory = megabytesOf(options.process);
    const auto report = generateLoad(plan);
    if (!report)
        return fail(report.error());
    const std::size_t images = std::max<std::size_t>(options.rows, 1);
    print(*report, images);
    if (!options.process.isEmpty())
        std::printf("server: %.1f MB resident before, %.1f MB after\n", memory,
                    megabytesOf(options.process));
    const double after = bareImagesPerSecond(**service, files, options.seconds);
    std::printf("bare mobilenet_v2 at %d: %.1f images/s before, %.1f after; served / bare: %.3f\n",
                options.side, before, after,
                double(report->succeeded() * images) / report->seconds / ((before + after) / 2));
    return report->succeeded() == options.requests ? 0 : 1;
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(usage);
    parser.addHelpOption();
    parser.addPositionalArgument("mode", "network, queue, serve, soak or load");
    parser.addOption({"connections", "Keep-alive connections.", "n", "64"});
    parser.addOption({"requests", "Requests in all.", "n"});
    parser.addOption({"rows", "load: images a request as JSON rows; 0: one as a form.", "n", "1"});
    parser.addOption({"side", "Input side of mobilenet_v2.", "pixels", "224"});
    parser.addOption({"photo", "Side of the photos that are sent.", "pixels", "256"});
    parser.addOption({"seconds", "Duration of each measurement without requests.", "s", "3"});
    parser.addOption({"rounds", "queue, serve: the best of so many is told.", "n", "5"});
    parser.addOption({"url", "load: http://127.0.0.1:8080/deployment/1/forward", "url"});
    parser.addOption({"token", "load: the deployment's token.", "token"});
    parser.addOption({"field", "load: the input's name.", "name", "image"});
    parser.addOption({"process", "load: the server's process, for its memory.", "pid"});
}

ServingOptions optionsFrom(const QCommandLineParser& parser, std::size_t defaultRequests)
{
    ServingOptions options;
    options.connections = std::max<std::size_t>(parser.value("connections").toULongLong(), 1);
    options.requests = parser.isSet("requests") ? parser.value("requests").toULongLong()
                                                : defaultRequests;
    options.rows = parser.value("rows").toULongLong();
    options.side = parser.value("side").toInt();
    options.photoSide = parser.value("photo").toInt();
    options.seconds = parser.value("seconds").toDouble();
    options.rounds = std::max<std::size_t>(parser.value("rounds").toULongLong(), 1);
    options.url = QUrl(parser.value("url"));
    options.token = parser.value("token").toUtf8();
    options.field = parser.value("field").toUtf8();
    options.process = parser.value("process");
    return options;
}

int run(QCommandLineParser& parser)
{
    const QString mode = parser.positionalArguments().value(0);
    const ServingOptions options = optionsFrom(parser, mode == "soak" ? 100'000 : 2000);
    if (mode == "network")
        return measureNetwork(options);
    if (mode == "queue")
        return measureQueues(options);
    if (mode == "serve")
        return measureServer(options);
    if (mode == "soak")
        return soak(options);
    if (mode == "load" && options.url.isValid() && !options.url.host().isEmpty())
        return loadServer(options);
    parser.showHelp(1);
}

} // namespace

} // namespace labelwright::benchmarks

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    labelwright::benchmarks::addOptions(parser);
    parser.process(application);
    return labelwright::benchmarks::run(parser);
}
