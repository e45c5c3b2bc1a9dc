// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/api/api_house.h"

#include "engine/json/json.h"

#include <filesystem>
#include <future>
#include <stdexcept>

namespace batuta::tests {

ApiHouse::ApiHouse(Options options)
{
    std::string problem;
    m_thread.run([&] {
        try { // an exception would end on the loop, and the test would wait for ever
            open(options);
        } catch (const std::exception &error) {
            problem = error.what();
            m_house.reset();
        }
    });
    if (!problem.empty())
        throw std::runtime_error(problem);
}

void ApiHouse::open(Options &options)
{
    m_house = std::make_unique<House>(m_thread.loop);
    if (options.build)
        options.build(*m_house);
    m_house->open(std::move(options.engine));
    options.api.port = 0;
    m_server = std::make_unique<api::ApiServer>(*m_house->engine, m_house->metrics, options.api);
    const auto port = m_server->listen();
    if (!port)
        throw std::runtime_error(errorText(port.error()));
    m_port = *port;
}

ApiHouse::ApiHouse(std::function<void(House &)> build)
    : ApiHouse(Options{{}, {}, std::move(build)})
{
}

ApiHouse::~ApiHouse()
{
    m_thread.run([&] {
        m_server.reset();
        m_house.reset();
    });
}

RawAnswer ApiHouse::ask(const std::string &method, const std::string &target, const std::string &body,
                        const std::string &headers)
{
    RawSocket socket = connect();
    std::string request = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_port) +
                          "\r\nConnection: close\r\n" + headers;
    if (method == "POST" || !body.empty())
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    socket.send(request + "\r\n" + body);
    RawAnswer answer = socket.readAnswer(method != "HEAD");
    if (method != "HEAD") {
        const std::string breach =
            m_contract.breach(method, target.substr(0, target.find('?')), answer.status, answer.body);
        if (!breach.empty())
            throw std::runtime_error(breach);
    }
    return answer;
}

json::Value ApiHouse::json(const std::string &method, const std::string &target, const std::string &body)
{
    const RawAnswer answer = ask(method, target, body);
    const auto value = json::parse(answer.body);
    if (!value)
        throw std::runtime_error(target + ": " + errorText(value.error()));
    return *value;
}

std::string ApiHouse::start(const std::string &flow, const std::string &input)
{
    return json("POST", "/flows/" + flow + "/executions", input)["execution_id"].asString();
}

void ApiHouse::run(const std::function<void(House &)> &work)
{
    m_thread.run([&] { work(*m_house); });
}

bool ApiHouse::until(const std::function<bool(House &)> &condition)
{
    auto held = std::make_shared<std::promise<bool>>();
    const SteadyTime end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::function<void()> look = [&, held, end] {
        const bool holds = condition(*m_house);
        if (holds || std::chrono::steady_clock::now() > end)
            held->set_value(holds);
        else
            m_thread.loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(1), look);
    };
    m_thread.loop.post(look);
    return held->get_future().get();
}

net::ServerRequest ApiHouse::lastCall(const std::string &path)
{
    net::ServerRequest request;
    run([&](House &house) { request = house.functions.last(path); });
    return request;
}

int ApiHouse::calls(const std::string &path)
{
    int calls = 0;
    run([&](House &house) { calls = house.functions.calls(path); });
    return calls;
}

std::string ApiHouse::log()
{
    std::string log;
    run([&](House &house) { log = house.log(); });
    return log;
}

void copyOrchestrator(House &house)
{
    const std::filesystem::path target = std::filesystem::path(house.folder()) / "flows/ml_orchestrator";
    std::filesystem::create_directories(target);
    std::filesystem::copy(BATUTA_SOURCE_DIR "/flows/ml_orchestrator", target,
                          std::filesystem::copy_options::recursive);
    for (const auto &[key, path] :
         {std::pair{"DEFAULT_CREATE_USER_EMBEDDINGS_URL", "/create_embeddings"},
          {"DEFAULT_MATCH_CANDIDATO_URL", "/match_candidato"},
          {"DEFAULT_MATCH_ANALYSIS_USER_VACANCY_URL", "/match_analysis_user_vacancy"},
          {"DEFAULT_GAP_ANALYSIS_USER_VACANCY_URL", "/gap_analysis_user_vacancy"},
          {"DEFAULT_SUGGEST_COURSE_VACANCY_URL", "/suggest_course_vacancy"},
          {"MATCH_USUARIO_PROFISSAO_URL", "/match_usuario_profissao"},
          {"MATCH_USUARIO_CARREIRA_URL", "/match_usuario_carreira"},
          {"MATCH_ANALYSIS_USER_PROFESSION_URL", "/match_analysis_user_profession"},
          {"GAP_ANALYSIS_USER_PROFESSION_URL", "/gap_analysis_user_profession"},
          {"SUGGEST_COURSE_PROFESSION_URL", "/suggest_course_profession"},
          {"DEFAULT_WEBHOOK_URL", "/webhook"}})
        house.function(key, path);
}

} // namespace batuta::tests
