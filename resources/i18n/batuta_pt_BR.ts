<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Ago</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>há %n s</numerusform>
            <numerusform>há %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>há %n min</numerusform>
            <numerusform>há %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>há %n h</numerusform>
            <numerusform>há %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>há %n dia</numerusform>
            <numerusform>há %n dias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttemptModel</name>
    <message>
        <source>Start</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>AttemptTable</name>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Let it run</source>
        <translation>Deixar rodar</translation>
    </message>
    <message>
        <source>Cancel this run of %1?</source>
        <translation>Cancelar esta execução de %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) under way will be asked to stop, and no other one will start.</source>
        <translation>
            <numerusform>%n etapa em andamento receberá o pedido de parar, e nenhuma outra começará.</numerusform>
            <numerusform>%n etapas em andamento receberão o pedido de parar, e nenhuma outra começará.</numerusform>
        </translation>
    </message>
    <message>
        <source>What a called function has already done stays done.</source>
        <translation>O que uma função chamada já fez continua feito.</translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation>Pedir para cancelar</translation>
    </message>
</context>
<context>
    <name>CancelPanel</name>
    <message>
        <source>Cancel run %1?</source>
        <translation>Cancelar a execução %1?</translation>
    </message>
    <message>
        <source>%1 has been running for %2. Steps that run now are told to stop and those that wait do not start. What steps have already done stays done.</source>
        <translation>%1 está em execução há %2. As etapas em execução recebem o pedido de parar, e as que aguardam não começam. O que as etapas já fizeram continua feito.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Deixar rodar</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Cancelar a execução</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Not set</source>
        <translation>Não definido</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message numerus="yes">
        <source>%n run(s) still going</source>
        <translation>
            <numerusform>%n execução em andamento</numerusform>
            <numerusform>%n execuções em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>The window closes when the last one has ended and is recorded. New runs are not started.</source>
        <translation>A janela fecha quando a última terminar e estiver registrada. Novas execuções não são iniciadas.</translation>
    </message>
    <message>
        <source>They run inside this window. Let them finish, or cancel them: either way their end is recorded before the window closes.</source>
        <translation>Elas rodam dentro desta janela. Deixe que terminem ou cancele: de um jeito ou de outro, o fim é registrado antes de a janela fechar.</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Manter a janela aberta</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>Cancelar e fechar</translation>
    </message>
    <message>
        <source>Finish, then close</source>
        <translation>Terminar e fechar</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>… %1 characters more are not shown.</source>
        <translation>… mais %1 caracteres não são mostrados.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>command</source>
        <translation>comando</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuário</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>correlação</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>fluxo</translation>
    </message>
    <message>
        <source>Search, paste an ID, or run a command</source>
        <translation>Busque, cole um ID ou execute um comando</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Busca e comandos</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nada corresponde</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Workspace folder</source>
        <translation>Pasta do espaço de trabalho</translation>
    </message>
    <message>
        <source>Flow files</source>
        <translation>Arquivos de fluxo</translation>
    </message>
    <message>
        <source>Sandbox functions</source>
        <translation>Funções do sandbox</translation>
    </message>
    <message>
        <source>History on disk</source>
        <translation>Histórico em disco</translation>
    </message>
    <message>
        <source>Engine log</source>
        <translation>Log do motor</translation>
    </message>
    <message>
        <source>Engine thread</source>
        <translation>Thread do motor</translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <source>Diagnosis copied</source>
        <translation>Diagnóstico copiado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>engine inside this window, workspace %1</source>
        <translation>motor dentro desta janela, espaço de trabalho %1</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Verificações</translation>
    </message>
    <message>
        <source>Last engine lines</source>
        <translation>Últimas linhas do motor</translation>
    </message>
    <message>
        <source>What still works</source>
        <translation>O que ainda funciona</translation>
    </message>
    <message>
        <source>Read what is on the screen</source>
        <translation>Ler o que está na tela</translation>
    </message>
    <message>
        <source>Copy ids, inputs and commands</source>
        <translation>Copiar ids, entradas e comandos</translation>
    </message>
    <message>
        <source>Theme, language and settings</source>
        <translation>Tema, idioma e ajustes</translation>
    </message>
    <message>
        <source>Start or cancel flows</source>
        <translation>Iniciar ou cancelar fluxos</translation>
    </message>
    <message>
        <source>Live updates and older runs</source>
        <translation>Atualizações ao vivo e execuções antigas</translation>
    </message>
</context>
<context>
    <name>ConsoleControl</name>
    <message>
        <source>it was stopped from this window</source>
        <translation>foi parado por esta janela</translation>
    </message>
</context>
<context>
    <name>DateTimeEditor</name>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Escolher um dia</translation>
    </message>
</context>
<context>
    <name>EnginePill</name>
    <message>
        <source>Engine starting</source>
        <translation>Motor iniciando</translation>
    </message>
    <message>
        <source>Engine finishing</source>
        <translation>Motor terminando</translation>
    </message>
    <message>
        <source>Engine unreachable</source>
        <translation>Motor inacessível</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>Motor %1</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ocioso</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n em execução</numerusform>
            <numerusform>%n em execução</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Internal error</source>
        <translation>Erro interno</translation>
    </message>
    <message>
        <source>Please report it with the lines of the log around it.</source>
        <translation>Relate o erro com as linhas do log em volta dele.</translation>
    </message>
    <message>
        <source>The command line is not understood</source>
        <translation>A linha de comando não foi entendida</translation>
    </message>
    <message>
        <source>Run the command with --help.</source>
        <translation>Execute o comando com --help.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Não é possível ler o arquivo</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Verifique o caminho e as permissões.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>O arquivo é grande demais</translation>
    </message>
    <message>
        <source>Split it, or remove what is not needed.</source>
        <translation>Divida o arquivo ou remova o que não for necessário.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Não é possível gravar o arquivo</translation>
    </message>
    <message>
        <source>Check the folder, its permissions and the free space.</source>
        <translation>Verifique a pasta, as permissões e o espaço livre.</translation>
    </message>
    <message>
        <source>The text is not valid JSON</source>
        <translation>O texto não é JSON válido</translation>
    </message>
    <message>
        <source>Mend the JSON at the place given.</source>
        <translation>Corrija o JSON no lugar indicado.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply</source>
        <translation>O JSON tem níveis demais</translation>
    </message>
    <message>
        <source>Flatten it.</source>
        <translation>Reduza os níveis.</translation>
    </message>
    <message>
        <source>The JSON is too large</source>
        <translation>O JSON é grande demais</translation>
    </message>
    <message>
        <source>Send less, or raise the limit.</source>
        <translation>Envie menos ou aumente o limite.</translation>
    </message>
    <message>
        <source>The JSON Schema is not valid</source>
        <translation>O JSON Schema não é válido</translation>
    </message>
    <message>
        <source>Use draft-07 keywords with values of the right type.</source>
        <translation>Use palavras-chave do draft-07 com valores do tipo certo.</translation>
    </message>
    <message>
        <source>A value does not fit its schema</source>
        <translation>Um valor não segue seu esquema</translation>
    </message>
    <message>
        <source>Change the value as the rule says.</source>
        <translation>Mude o valor como a regra diz.</translation>
    </message>
    <message>
        <source>The expression cannot be read</source>
        <translation>Não é possível ler a expressão</translation>
    </message>
    <message>
        <source>Mend the expression at the column given.</source>
        <translation>Corrija a expressão na coluna indicada.</translation>
    </message>
    <message>
        <source>The expression uses an unknown name</source>
        <translation>A expressão usa um nome desconhecido</translation>
    </message>
    <message>
        <source>Use a known context or function.</source>
        <translation>Use um contexto ou uma função conhecidos.</translation>
    </message>
    <message>
        <source>The function was given the wrong number of arguments</source>
        <translation>A função recebeu um número errado de argumentos</translation>
    </message>
    <message>
        <source>See the function&apos;s signature.</source>
        <translation>Veja a assinatura da função.</translation>
    </message>
    <message>
        <source>The expression cannot be evaluated</source>
        <translation>Não é possível avaliar a expressão</translation>
    </message>
    <message>
        <source>Check the values it works on.</source>
        <translation>Verifique os valores que ela usa.</translation>
    </message>
    <message>
        <source>The expression is beyond a limit</source>
        <translation>A expressão passa de um limite</translation>
    </message>
    <message>
        <source>Make it shorter or less deep.</source>
        <translation>Deixe a expressão mais curta ou com menos níveis.</translation>
    </message>
    <message>
        <source>The text is not valid YAML</source>
        <translation>O texto não é YAML válido</translation>
    </message>
    <message>
        <source>Mend the YAML at the place given.</source>
        <translation>Corrija o YAML no lugar indicado.</translation>
    </message>
    <message>
        <source>The YAML is beyond a limit</source>
        <translation>O YAML passa de um limite</translation>
    </message>
    <message>
        <source>Make the file smaller, flatter, or with fewer aliases.</source>
        <translation>Deixe o arquivo menor, com menos níveis ou com menos aliases.</translation>
    </message>
    <message>
        <source>A key appears twice</source>
        <translation>Uma chave aparece duas vezes</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>Remova uma das duas.</translation>
    </message>
    <message>
        <source>The format version is not known</source>
        <translation>A versão do formato não é conhecida</translation>
    </message>
    <message>
        <source>Write `batuta: 1` as the first key.</source>
        <translation>Escreva `batuta: 1` como primeira chave.</translation>
    </message>
    <message>
        <source>The key is not part of the format</source>
        <translation>A chave não faz parte do formato</translation>
    </message>
    <message>
        <source>Remove it or mend its spelling.</source>
        <translation>Remova a chave ou corrija a grafia.</translation>
    </message>
    <message>
        <source>A required key is missing</source>
        <translation>Falta uma chave obrigatória</translation>
    </message>
    <message>
        <source>Add the key.</source>
        <translation>Adicione a chave.</translation>
    </message>
    <message>
        <source>The value has the wrong type</source>
        <translation>O valor tem o tipo errado</translation>
    </message>
    <message>
        <source>Write a value of the type named.</source>
        <translation>Escreva um valor do tipo indicado.</translation>
    </message>
    <message>
        <source>The name is not allowed</source>
        <translation>O nome não é permitido</translation>
    </message>
    <message>
        <source>Names match [a-z][a-z0-9_]{0,62}.</source>
        <translation>Use nomes que seguem [a-z][a-z0-9_]{0,62}.</translation>
    </message>
    <message>
        <source>The value is not allowed</source>
        <translation>O valor não é permitido</translation>
    </message>
    <message>
        <source>Write one of the values named.</source>
        <translation>Escreva um dos valores indicados.</translation>
    </message>
    <message>
        <source>A step needs one that is not there</source>
        <translation>Uma etapa depende de outra que não existe</translation>
    </message>
    <message>
        <source>Name an existing step, or remove it from needs.</source>
        <translation>Indique uma etapa que existe ou remova o nome de needs.</translation>
    </message>
    <message>
        <source>The steps need each other in a circle</source>
        <translation>As etapas dependem umas das outras em círculo</translation>
    </message>
    <message>
        <source>Remove one of the needs on the path shown.</source>
        <translation>Remova um dos needs do caminho mostrado.</translation>
    </message>
    <message>
        <source>A step has exactly one kind</source>
        <translation>Uma etapa tem exatamente um tipo</translation>
    </message>
    <message>
        <source>Write one of: http, set, wait, flow, log, check.</source>
        <translation>Escreva um destes: http, set, wait, flow, log, check.</translation>
    </message>
    <message>
        <source>This version of Batuta does not run it</source>
        <translation>Esta versão do Batuta não executa isso</translation>
    </message>
    <message>
        <source>Remove it, or use a version that does.</source>
        <translation>Remova ou use uma versão que execute.</translation>
    </message>
    <message>
        <source>Two settings contradict each other</source>
        <translation>Dois ajustes se contradizem</translation>
    </message>
    <message>
        <source>Change one of the two.</source>
        <translation>Mude um dos dois.</translation>
    </message>
    <message>
        <source>Two files define the same flow</source>
        <translation>Dois arquivos definem o mesmo fluxo</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Renomeie um deles.</translation>
    </message>
    <message>
        <source>There is no such flow</source>
        <translation>Esse fluxo não existe</translation>
    </message>
    <message>
        <source>Run `batuta flows` for the list.</source>
        <translation>Execute `batuta flows` para ver a lista.</translation>
    </message>
    <message>
        <source>The routes cannot be used</source>
        <translation>Não é possível usar as rotas</translation>
    </message>
    <message>
        <source>Mend routes.yaml at the place given.</source>
        <translation>Corrija routes.yaml no lugar indicado.</translation>
    </message>
    <message>
        <source>A line of the environment file cannot be read</source>
        <translation>Não é possível ler uma linha do arquivo de ambiente</translation>
    </message>
    <message>
        <source>Write KEY=value, one a line.</source>
        <translation>Escreva CHAVE=valor, uma por linha.</translation>
    </message>
    <message>
        <source>The environment key is not allowed</source>
        <translation>A chave de ambiente não é permitida</translation>
    </message>
    <message>
        <source>Keys match [A-Za-z_][A-Za-z0-9_]*.</source>
        <translation>Use chaves que seguem [A-Za-z_][A-Za-z0-9_]*.</translation>
    </message>
    <message>
        <source>The input does not fit the flow</source>
        <translation>A entrada não serve para o fluxo</translation>
    </message>
    <message>
        <source>Change the fields named.</source>
        <translation>Mude os campos indicados.</translation>
    </message>
    <message>
        <source>There is no such execution</source>
        <translation>Essa execução não existe</translation>
    </message>
    <message>
        <source>Check the id; `batuta executions` lists them.</source>
        <translation>Verifique o id; `batuta executions` lista as execuções.</translation>
    </message>
    <message>
        <source>The execution has already ended</source>
        <translation>A execução já terminou</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Não há mais nada a fazer.</translation>
    </message>
    <message>
        <source>The same request is already there</source>
        <translation>O mesmo pedido já está lá</translation>
    </message>
    <message>
        <source>Wait for the window to pass, or change the key.</source>
        <translation>Espere a janela de tempo passar ou mude a chave.</translation>
    </message>
    <message>
        <source>The engine is stopping</source>
        <translation>O motor está parando</translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation>Tente de novo quando ele voltar.</translation>
    </message>
    <message>
        <source>The engine cannot be reached</source>
        <translation>O motor está inacessível</translation>
    </message>
    <message>
        <source>Start it with `batuta serve`, or check the address.</source>
        <translation>Inicie o motor com `batuta serve` ou verifique o endereço.</translation>
    </message>
    <message>
        <source>The URL is not usable</source>
        <translation>A URL não pode ser usada</translation>
    </message>
    <message>
        <source>Write http:// or https:// with a host.</source>
        <translation>Escreva http:// ou https:// com um host.</translation>
    </message>
    <message>
        <source>The host name cannot be resolved</source>
        <translation>Não é possível resolver o nome do host</translation>
    </message>
    <message>
        <source>Check the name and the network.</source>
        <translation>Verifique o nome e a rede.</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>A conexão falhou</translation>
    </message>
    <message>
        <source>Check that the server runs and the address is right.</source>
        <translation>Verifique se o servidor está rodando e se o endereço está certo.</translation>
    </message>
    <message>
        <source>The TLS connection failed</source>
        <translation>A conexão TLS falhou</translation>
    </message>
    <message>
        <source>Check the certificate, its host name and the clock.</source>
        <translation>Verifique o certificado, o nome do host e o relógio.</translation>
    </message>
    <message>
        <source>The time ran out</source>
        <translation>O tempo se esgotou</translation>
    </message>
    <message>
        <source>Raise the timeout, or find out why the server is slow.</source>
        <translation>Aumente o tempo limite ou descubra por que o servidor está lento.</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>A resposta é grande demais</translation>
    </message>
    <message>
        <source>Raise the limit, or ask for less.</source>
        <translation>Aumente o limite ou peça menos.</translation>
    </message>
    <message>
        <source>The answer is not valid HTTP</source>
        <translation>A resposta não é HTTP válido</translation>
    </message>
    <message>
        <source>Check what listens at that address.</source>
        <translation>Verifique o que escuta nesse endereço.</translation>
    </message>
    <message>
        <source>The call was cancelled</source>
        <translation>A chamada foi cancelada</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>Não há nada a corrigir.</translation>
    </message>
    <message>
        <source>The address cannot be listened on</source>
        <translation>Não é possível escutar nesse endereço</translation>
    </message>
    <message>
        <source>Choose a free port and a local address.</source>
        <translation>Escolha uma porta livre e um endereço local.</translation>
    </message>
    <message>
        <source>The request is not valid</source>
        <translation>O pedido não é válido</translation>
    </message>
    <message>
        <source>Mend the request as the detail says.</source>
        <translation>Corrija o pedido como o detalhe diz.</translation>
    </message>
    <message>
        <source>The request needs a token</source>
        <translation>O pedido precisa de um token</translation>
    </message>
    <message>
        <source>Send `Authorization: Bearer &lt;token&gt;`.</source>
        <translation>Envie `Authorization: Bearer &lt;token&gt;`.</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>Não há nada neste endereço</translation>
    </message>
    <message>
        <source>See /docs for the addresses.</source>
        <translation>Veja os endereços em /docs.</translation>
    </message>
    <message>
        <source>The method is not allowed here</source>
        <translation>O método não é permitido aqui</translation>
    </message>
    <message>
        <source>Use one of the methods in the Allow header.</source>
        <translation>Use um dos métodos do cabeçalho Allow.</translation>
    </message>
    <message>
        <source>The media type is not supported</source>
        <translation>O tipo de mídia não é aceito</translation>
    </message>
    <message>
        <source>Send `Content-Type: application/json`.</source>
        <translation>Envie `Content-Type: application/json`.</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>O pedido é grande demais</translation>
    </message>
    <message>
        <source>The server has too many connections</source>
        <translation>O servidor tem conexões demais</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The history cannot be opened</source>
        <translation>Não é possível abrir o histórico</translation>
    </message>
    <message>
        <source>Check the path, its permissions and the free space.</source>
        <translation>Verifique o caminho, as permissões e o espaço livre.</translation>
    </message>
    <message>
        <source>The history is damaged</source>
        <translation>O histórico está danificado</translation>
    </message>
    <message>
        <source>Move the file away and restore a copy.</source>
        <translation>Mova o arquivo para outro lugar e restaure uma cópia.</translation>
    </message>
    <message>
        <source>The history cannot be written</source>
        <translation>Não é possível gravar o histórico</translation>
    </message>
    <message>
        <source>Check the free space and the permissions.</source>
        <translation>Verifique o espaço livre e as permissões.</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>Não é possível ler o histórico</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>Verifique o arquivo.</translation>
    </message>
    <message>
        <source>The history was written by a newer version</source>
        <translation>O histórico foi gravado por uma versão mais nova</translation>
    </message>
    <message>
        <source>Use that version, or another file.</source>
        <translation>Use essa versão ou outro arquivo.</translation>
    </message>
    <message>
        <source>it has not answered for 3 s</source>
        <translation>não responde há 3 s</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>members that the flow does not name</source>
        <translation>membros que o fluxo não nomeia</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Outras chaves</translation>
    </message>
    <message>
        <source>%1, required, %2</source>
        <translation>%1, obrigatório, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obrigatório</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>one of %1</source>
        <translation>um de %1</translation>
    </message>
    <message>
        <source>any JSON</source>
        <translation>qualquer JSON</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>array of %1</source>
        <translation>array de %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>no mínimo %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>no máximo %1</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>não vazio</translation>
    </message>
    <message numerus="yes">
        <source>at least %n character(s)</source>
        <translation>
            <numerusform>no mínimo %n caractere</numerusform>
            <numerusform>no mínimo %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n character(s)</source>
        <translation>
            <numerusform>até %n caractere</numerusform>
            <numerusform>até %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n item(s)</source>
        <translation>
            <numerusform>no mínimo %n item</numerusform>
            <numerusform>no mínimo %n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n item(s)</source>
        <translation>
            <numerusform>até %n item</numerusform>
            <numerusform>até %n itens</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a date and time with its zone, as 2026-11-21T14:00:00Z.</source>
        <translation>Escreva data e hora com o fuso, como 2026-11-21T14:00:00Z.</translation>
    </message>
    <message>
        <source>Write a date, as 2026-11-21.</source>
        <translation>Escreva uma data, como 2026-11-21.</translation>
    </message>
    <message>
        <source>Write a time with its zone, as 14:00:00Z.</source>
        <translation>Escreva uma hora com o fuso, como 14:00:00Z.</translation>
    </message>
    <message>
        <source>Write an address with its scheme, as https://example.org/.</source>
        <translation>Escreva um endereço com o esquema, como https://example.org/.</translation>
    </message>
    <message>
        <source>Write an e-mail address.</source>
        <translation>Escreva um endereço de e-mail.</translation>
    </message>
    <message>
        <source>Write a UUID.</source>
        <translation>Escreva um UUID.</translation>
    </message>
    <message>
        <source>It must have the format %1.</source>
        <translation>Deve ter o formato %1.</translation>
    </message>
    <message>
        <source>It must be of type %1.</source>
        <translation>Deve ser do tipo %1.</translation>
    </message>
    <message>
        <source>Write a whole number, as 8.</source>
        <translation>Escreva um número inteiro, como 8.</translation>
    </message>
    <message>
        <source>Write a number with a decimal point, as 1.5.</source>
        <translation>Escreva um número com ponto decimal, como 1.5.</translation>
    </message>
    <message>
        <source>Write a JSON object, as {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Escreva um objeto JSON, como {&quot;name&quot;: &quot;value&quot;}.</translation>
    </message>
    <message>
        <source>This is not JSON yet: %1.</source>
        <translation>Ainda não é JSON: %1.</translation>
    </message>
    <message>
        <source>It must be at least %1.</source>
        <translation>Deve ser no mínimo %1.</translation>
    </message>
    <message>
        <source>It must be more than %1.</source>
        <translation>Deve ser maior que %1.</translation>
    </message>
    <message>
        <source>It must be at most %1.</source>
        <translation>Deve ser no máximo %1.</translation>
    </message>
    <message>
        <source>It must be less than %1.</source>
        <translation>Deve ser menor que %1.</translation>
    </message>
    <message>
        <source>It must be a multiple of %1.</source>
        <translation>Deve ser múltiplo de %1.</translation>
    </message>
    <message>
        <source>It must not be empty.</source>
        <translation>Não pode ficar vazio.</translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n character(s).</source>
        <translation>
            <numerusform>Precisa de no mínimo %n caractere.</numerusform>
            <numerusform>Precisa de no mínimo %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may have at most %n character(s).</source>
        <translation>
            <numerusform>Pode ter no máximo %n caractere.</numerusform>
            <numerusform>Pode ter no máximo %n caracteres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n item(s).</source>
        <translation>
            <numerusform>Precisa de no mínimo %n item.</numerusform>
            <numerusform>Precisa de no mínimo %n itens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It may have at most %n item(s).</source>
        <translation>
            <numerusform>Pode ter no máximo %n item.</numerusform>
            <numerusform>Pode ter no máximo %n itens.</numerusform>
        </translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>Este campo é obrigatório.</translation>
    </message>
    <message>
        <source>It must be one of %1.</source>
        <translation>Deve ser um de %1.</translation>
    </message>
    <message>
        <source>No item may stand twice.</source>
        <translation>Nenhum item pode se repetir.</translation>
    </message>
    <message>
        <source>It must match the pattern %1.</source>
        <translation>Deve seguir o padrão %1.</translation>
    </message>
    <message>
        <source>The flow does not know this key.</source>
        <translation>O fluxo não conhece esta chave.</translation>
    </message>
    <message>
        <source>%1 has a field of its own: use that.</source>
        <translation>%1 tem um campo próprio: use esse campo.</translation>
    </message>
    <message>
        <source>The engine says: %1.</source>
        <translation>O motor diz: %1.</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>padrão %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove the filter: %1</source>
        <translation>Remover o filtro: %1</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Add a filter, or type an ID</source>
        <translation>Adicione um filtro ou digite um ID</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>status:failed, flow:update_profile, user:, session:, correlation:, last:6h, or an ID</source>
        <translation>status:failed, flow:update_profile, user:, session:, correlation:, last:6h ou um ID</translation>
    </message>
</context>
<context>
    <name>FlowCanvas</name>
    <message>
        <source>Zoom, %1</source>
        <translation>Zoom, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n ramo</numerusform>
            <numerusform>%n ramos</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation>Ajustar o grafo inteiro</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom de 100 %</translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps.</source>
        <translation>As setas percorrem as ligações entre as etapas.</translation>
    </message>
</context>
<context>
    <name>FlowChooser</name>
    <message>
        <source>The routes of %1 choose</source>
        <translation>As rotas de %1 escolhem</translation>
    </message>
    <message>
        <source>Choose a flow</source>
        <translation>Escolha um fluxo</translation>
    </message>
    <message>
        <source>Flow to run</source>
        <translation>Fluxo a executar</translation>
    </message>
</context>
<context>
    <name>FlowHeader</name>
    <message>
        <source>Version %1 of the file</source>
        <translation>Versão %1 do arquivo</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
</context>
<context>
    <name>FlowInspector</name>
    <message>
        <source>Step %1</source>
        <translation>Etapa %1</translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation>Fluxo %1</translation>
    </message>
    <message>
        <source>Settings of the step or flow</source>
        <translation>Ajustes da etapa ou do fluxo</translation>
    </message>
</context>
<context>
    <name>FlowList</name>
    <message>
        <source>No flow matches the filter.</source>
        <translation>Nenhum fluxo corresponde ao filtro.</translation>
    </message>
    <message>
        <source>The flows cannot be listed.</source>
        <translation>Não foi possível listar os fluxos.</translation>
    </message>
    <message>
        <source>This workspace has no flows. A flow is a YAML file in its flows folder.</source>
        <translation>Este espaço de trabalho não tem fluxos. Um fluxo é um arquivo YAML na pasta flows.</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>Filtrar fluxos</translation>
    </message>
    <message>
        <source>Flows by system</source>
        <translation>Fluxos por sistema</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Limpar o filtro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>FlowListModel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n step(s)</source>
        <translation>
            <numerusform>%1, %2, %n etapa</numerusform>
            <numerusform>%1, %2, %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem: %1 %2</source>
        <translation>Problema: %1 %2</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Graph of the flow</source>
        <translation>Grafo do fluxo</translation>
    </message>
    <message>
        <source>Arrow keys move along the edges between steps.</source>
        <translation>As setas percorrem as ligações entre as etapas.</translation>
    </message>
</context>
<context>
    <name>FlowsPage</name>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Choose a flow from the list.</source>
        <translation>Escolha um fluxo da lista.</translation>
    </message>
    <message>
        <source>There is no flow named %1 in this workspace.</source>
        <translation>Não há um fluxo chamado %1 neste espaço de trabalho.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>O motor está inacessível.</translation>
    </message>
    <message>
        <source>A flow that is added to the workspace is shown here.</source>
        <translation>Um fluxo adicionado ao espaço de trabalho aparece aqui.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>a problem and its place</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>No flow is chosen.</source>
        <translation>Nenhum fluxo foi escolhido.</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>O motor não está rodando.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Runs of this flow</source>
        <translation>Execuções deste fluxo</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>Filtrar fluxos</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>Mostrar o inspetor</translation>
    </message>
    <message>
        <source>Hide the inspector</source>
        <translation>Ocultar o inspetor</translation>
    </message>
    <message>
        <source>Fit the whole graph</source>
        <translation>Ajustar o grafo inteiro</translation>
    </message>
    <message>
        <source>Fit the selected step</source>
        <translation>Ajustar à etapa selecionada</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom de 100 %</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
        <translation>%1 é demais para colar aqui; cabem até %2.</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>expandido</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>recolhido</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulário</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Show the input as a form or as JSON</source>
        <translation>Mostrar a entrada como formulário ou como JSON</translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation>Entrada em JSON</translation>
    </message>
    <message numerus="yes">
        <source>Tokens (%n), never kept</source>
        <translation>
            <numerusform>Tokens (%n), nunca guardados</numerusform>
            <numerusform>Tokens (%n), nunca guardados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Secrets (%n), never kept</source>
        <translation>
            <numerusform>Segredos (%n), nunca guardados</numerusform>
            <numerusform>Segredos (%n), nunca guardados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other keys (%n)</source>
        <translation>
            <numerusform>Outras chaves (%n)</numerusform>
            <numerusform>Outras chaves (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldStrip</name>
    <message numerus="yes">
        <source>%Ln newer run(s)</source>
        <translation>
            <numerusform>%Ln execução mais nova</numerusform>
            <numerusform>%Ln execuções mais novas</numerusform>
        </translation>
    </message>
    <message>
        <source>held while a row is selected</source>
        <translation>em espera enquanto uma linha está selecionada</translation>
    </message>
    <message>
        <source>held while the list is scrolled</source>
        <translation>em espera enquanto a lista está rolada</translation>
    </message>
    <message>
        <source>held while the pointer moves over the list</source>
        <translation>em espera enquanto o ponteiro se move sobre a lista</translation>
    </message>
    <message>
        <source>held while the list is paused</source>
        <translation>em espera enquanto a lista está pausada</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>%1 is too much to paste here; up to %2 fits.</source>
        <translation>%1 é demais para colar aqui; cabem até %2.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>This view</source>
        <translation>Esta visão</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em todo lugar</translation>
    </message>
</context>
<context>
    <name>LaunchPane</name>
    <message>
        <source>%1 copied</source>
        <translation>%1 copiado</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Secrets read *** here and in the copy.</source>
        <translation>Os segredos aparecem como *** aqui e na cópia.</translation>
    </message>
    <message>
        <source>cURL is for batuta serve on this computer; batuta run works in the workspace folder. Secrets are left to variables of your shell.</source>
        <translation>O cURL serve para batuta serve neste computador; batuta run funciona na pasta do espaço de trabalho. Os segredos ficam em variáveis do shell.</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>A line holds up to %1 characters; the rest was left out. Use the JSON view for longer text.</source>
        <translation>Uma linha comporta até %1 caracteres; o resto ficou de fora. Use a visão JSON para textos mais longos.</translation>
    </message>
    <message>
        <source>%1 of text: use the JSON view</source>
        <translation>%1 de texto: use a visão JSON</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message numerus="yes">
        <source>More than %n item(s) are edited in the JSON view.</source>
        <translation>
            <numerusform>Mais de %n item: edite na visão JSON.</numerusform>
            <numerusform>Mais de %n itens: edite na visão JSON.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>this step</source>
        <translation>esta etapa</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>a execução</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Linhas de log</translation>
    </message>
    <message>
        <source>Lines of</source>
        <translation>Linhas de</translation>
    </message>
    <message numerus="yes">
        <source>%1, the last %n line(s)</source>
        <translation>
            <numerusform>%1, a última %n linha</numerusform>
            <numerusform>%1, as últimas %n linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n linha</numerusform>
            <numerusform>%1, %n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>The log has no line about this step.</source>
        <translation>O log não tem linhas sobre esta etapa.</translation>
    </message>
    <message>
        <source>The log has no line about this run.</source>
        <translation>O log não tem linhas sobre esta execução.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n linha copiada.</numerusform>
            <numerusform>%n linhas copiadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MiniGraph</name>
    <message>
        <source>Graph of the flow</source>
        <translation>Grafo do fluxo</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the whole graph</source>
        <translation>Mapa do grafo inteiro</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Execution ID</source>
        <translation>ID da execução</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlação</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>No run has this id</source>
        <translation>Nenhuma execução tem este id</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Melhor resultado</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Execução de %1</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Execuções recentes</translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>Time of the call by phase</source>
        <translation>Tempo da chamada por fase</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>dns</source>
        <translation>dns</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>conexão</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>tls</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>1º byte</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>recepção</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>at the end</source>
        <translation>ao final</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Etapas do plano</translation>
    </message>
</context>
<context>
    <name>PreferenceControl</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Hora local</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Altura das linhas</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir movimento</translation>
    </message>
    <message>
        <source>Patterns on status bars</source>
        <translation>Padrões nas barras de status</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horários</translation>
    </message>
    <message>
        <source>System follows the desktop, also while the window is open.</source>
        <translation>Sistema acompanha a área de trabalho, mesmo com a janela aberta.</translation>
    </message>
    <message>
        <source>Ids, log lines and commands stay as they are.</source>
        <translation>Ids, linhas de log e comandos ficam como são.</translation>
    </message>
    <message>
        <source>Rows and controls grow with the text.</source>
        <translation>Linhas e controles crescem com o texto.</translation>
    </message>
    <message>
        <source>Of tables and lists.</source>
        <translation>De tabelas e listas.</translation>
    </message>
    <message>
        <source>Nothing turns, slides or flashes.</source>
        <translation>Nada gira, desliza ou pisca.</translation>
    </message>
    <message>
        <source>Each status keeps its own pattern besides its colour.</source>
        <translation>Cada status mantém um padrão próprio além da cor.</translation>
    </message>
    <message>
        <source>How times are shown. Copies and exports are always UTC.</source>
        <translation>Como os horários aparecem. Cópias e exportações são sempre em UTC.</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset: %1</source>
        <translation>Predefinição: %1</translation>
    </message>
    <message>
        <source>Recent and presets</source>
        <translation>Recentes e predefinições</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>Limpar o formulário</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Salvar predefinição…</translation>
    </message>
    <message>
        <source>Rename %1…</source>
        <translation>Renomear %1…</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Excluir %1</translation>
    </message>
    <message>
        <source>Preset %1 deleted</source>
        <translation>Predefinição %1 excluída</translation>
    </message>
    <message>
        <source>Empty input</source>
        <translation>Entrada vazia</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>O que foi digitado</translation>
    </message>
    <message>
        <source>Recent input %1 of %2</source>
        <translation>Entrada recente %1 de %2</translation>
    </message>
    <message>
        <source>The preset was not kept: the input is too large, or there are too many</source>
        <translation>A predefinição não foi guardada: a entrada é grande demais ou há predefinições demais</translation>
    </message>
    <message>
        <source>There is a preset %1 already</source>
        <translation>Já existe uma predefinição %1</translation>
    </message>
    <message>
        <source>Preset %1 saved, without secrets</source>
        <translation>Predefinição %1 salva, sem segredos</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nome da predefinição</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>The engine went away before it answered.</source>
        <translation>O motor parou antes de responder.</translation>
    </message>
    <message>
        <source>The run may have been started: look at Runs before you run it again.</source>
        <translation>A execução pode ter sido iniciada: consulte Execuções antes de executar de novo.</translation>
    </message>
    <message>
        <source>The same request came a short time ago and is run again as %1</source>
        <translation>O mesmo pedido chegou há pouco e é executado de novo como %1</translation>
    </message>
    <message>
        <source>Run %1 started</source>
        <translation>Execução %1 iniciada</translation>
    </message>
    <message>
        <source>The workspace has no flow %1.</source>
        <translation>O espaço de trabalho não tem o fluxo %1.</translation>
    </message>
    <message>
        <source>Choose another one above.</source>
        <translation>Escolha outro acima.</translation>
    </message>
    <message>
        <source>That is no JSON object, so the form was not filled.</source>
        <translation>Isso não é um objeto JSON; por isso o formulário não foi preenchido.</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) were never kept.</source>
        <translation>
            <numerusform>%n segredo nunca foi guardado.</numerusform>
            <numerusform>%n segredos nunca foram guardados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill them in again if they are needed.</source>
        <translation>Preencha de novo se for necessário.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Executar %1</translation>
    </message>
    <message>
        <source>Run a flow</source>
        <translation>Executar um fluxo</translation>
    </message>
    <message>
        <source>Version %1 of the flow</source>
        <translation>Versão %1 do fluxo</translation>
    </message>
    <message>
        <source>in</source>
        <translation>em</translation>
    </message>
    <message>
        <source>Fields of all flows of %1</source>
        <translation>Campos de todos os fluxos de %1</translation>
    </message>
    <message>
        <source>Fields come from %1</source>
        <translation>Os campos vêm de %1</translation>
    </message>
    <message>
        <source>The engine has not told its flows yet.</source>
        <translation>O motor ainda não informou os fluxos.</translation>
    </message>
    <message>
        <source>Choose a flow above.</source>
        <translation>Escolha um fluxo acima.</translation>
    </message>
    <message>
        <source>In production only the button runs it</source>
        <translation>Em produção, só o botão executa</translation>
    </message>
    <message>
        <source>Choose a flow before dropping an input.</source>
        <translation>Escolha um fluxo antes de soltar uma entrada.</translation>
    </message>
    <message>
        <source>Drop one JSON file of this computer.</source>
        <translation>Solte um arquivo JSON deste computador.</translation>
    </message>
    <message>
        <source>%1 is too large: %2.</source>
        <translation>%1 é grande demais: %2.</translation>
    </message>
    <message>
        <source>Up to %1 fits.</source>
        <translation>Cabem até %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Não é possível ler %1.</translation>
    </message>
    <message>
        <source>Filled from %1</source>
        <translation>Preenchido com %1</translation>
    </message>
    <message>
        <source>The plan appears here.</source>
        <translation>O plano aparece aqui.</translation>
    </message>
    <message>
        <source>The plan follows once the input is valid.</source>
        <translation>O plano aparece quando a entrada for válida.</translation>
    </message>
    <message>
        <source>The plan follows once the required fields are filled.</source>
        <translation>O plano aparece quando os campos obrigatórios estiverem preenchidos.</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>Consultando o motor…</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) run</source>
        <translation>
            <numerusform>%n etapa executada</numerusform>
            <numerusform>%n etapas executadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are skipped</source>
        <translation>
            <numerusform>%n ignorada</numerusform>
            <numerusform>%n ignoradas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n depend on results</source>
        <translation>
            <numerusform>%n depende de resultados</numerusform>
            <numerusform>%n dependem de resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>The routes choose %1, because no rule is true.</source>
        <translation>As rotas escolhem %1, porque nenhuma regra é verdadeira.</translation>
    </message>
    <message>
        <source>The routes choose %1 by the rule %2.</source>
        <translation>As rotas escolhem %1 pela regra %2.</translation>
    </message>
    <message>
        <source>These flags have no say: %1.</source>
        <translation>Estes sinalizadores não valem: %1.</translation>
    </message>
    <message>
        <source>Engine accepts runs</source>
        <translation>O motor aceita execuções</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n em execução</numerusform>
            <numerusform>%n em execução</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine does not accept runs</source>
        <translation>O motor não aceita execuções</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to mend</source>
        <translation>
            <numerusform>%n campo a corrigir</numerusform>
            <numerusform>%n campos a corrigir</numerusform>
        </translation>
    </message>
    <message>
        <source>valid</source>
        <translation>válida</translation>
    </message>
    <message>
        <source>Environment keys for these steps</source>
        <translation>Chaves de ambiente destas etapas</translation>
    </message>
    <message>
        <source>all set</source>
        <translation>definidas</translation>
    </message>
    <message numerus="yes">
        <source>%n environment key(s) not set</source>
        <translation>
            <numerusform>%n chave de ambiente não definida</numerusform>
            <numerusform>%n chaves de ambiente não definidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Identical input ran %1</source>
        <translation>Entrada idêntica executada %1</translation>
    </message>
    <message>
        <source>Before the run</source>
        <translation>Antes da execução</translation>
    </message>
    <message>
        <source>Choose a flow first.</source>
        <translation>Escolha um fluxo primeiro.</translation>
    </message>
    <message>
        <source>The run is being started.</source>
        <translation>A execução está sendo iniciada.</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>O motor está iniciando.</translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation>O motor está parando.</translation>
    </message>
    <message>
        <source>The engine does not answer: %1</source>
        <translation>O motor não responde: %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Run in %1</source>
        <translation>Executar em %1</translation>
    </message>
    <message>
        <source>Production: only this button runs it, by pointer or by Tab and Space.</source>
        <translation>Produção: só este botão executa, com o ponteiro ou com Tab e Espaço.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <source>Plan, payload and command lines</source>
        <translation>Plano, payload e linhas de comando</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>RunFilters</name>
    <message>
        <source>status is %1</source>
        <translation>status é %1</translation>
    </message>
    <message>
        <source>flow is %1</source>
        <translation>fluxo é %1</translation>
    </message>
    <message>
        <source>subject is %1</source>
        <translation>usuário é %1</translation>
    </message>
    <message>
        <source>session is %1</source>
        <translation>sessão é %1</translation>
    </message>
    <message>
        <source>correlation is %1</source>
        <translation>correlação é %1</translation>
    </message>
    <message>
        <source>started in last %1 d</source>
        <translation>início nos últimos %1 d</translation>
    </message>
    <message>
        <source>started in last %1 h</source>
        <translation>início nas últimas %1 h</translation>
    </message>
    <message>
        <source>started in last %1 min</source>
        <translation>início nos últimos %1 min</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Read the runs again</source>
        <translation>Ler as execuções de novo</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>Filtrar as execuções</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Abrir a execução</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Executar de novo</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Cancelar a execução</translation>
    </message>
    <message>
        <source>Copy the execution ID</source>
        <translation>Copiar o ID da execução</translation>
    </message>
    <message>
        <source>Copy the row as JSON</source>
        <translation>Copiar a linha como JSON</translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation>Selecione uma execução primeiro.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>O motor está inacessível.</translation>
    </message>
    <message>
        <source>This run has ended.</source>
        <translation>Esta execução terminou.</translation>
    </message>
    <message>
        <source>Secrets in the input of this run were masked. Type them again before you run it.</source>
        <translation>Os segredos na entrada desta execução foram mascarados. Digite-os de novo antes de executar.</translation>
    </message>
    <message>
        <source>Run %1 was asked to stop.</source>
        <translation>A execução %1 recebeu o pedido de parar.</translation>
    </message>
    <message>
        <source>Run %1 had already ended.</source>
        <translation>A execução %1 já tinha terminado.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>Restaurar as colunas</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filtro: %1</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar o valor</translation>
    </message>
    <message>
        <source>No run has the ID %1.</source>
        <translation>Nenhuma execução tem o ID %1.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Use status:, flow:, user:, session:, correlation: or last:, for example last:6h.</source>
        <translation>Use status:, flow:, user:, session:, correlation: ou last:, por exemplo last:6h.</translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation>Não foi possível ler as execuções.</translation>
    </message>
    <message>
        <source>No runs yet.</source>
        <translation>Ainda não há execuções.</translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln filter(s)</source>
        <translation>
            <numerusform>Limpar %Ln filtro</numerusform>
            <numerusform>Limpar %Ln filtros</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs match.</source>
        <translation>Nenhuma execução corresponde.</translation>
    </message>
    <message>
        <source>The runs are as of %1. Nothing can be started or cancelled until it is back.</source>
        <translation>As execuções são de %1. Nada pode ser iniciado ou cancelado até o motor voltar.</translation>
    </message>
    <message>
        <source>Some runs could not be read.</source>
        <translation>Não foi possível ler algumas execuções.</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Não ao vivo</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Live, %1 runs/s</source>
        <translation>Ao vivo, %1 execuções/s</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln run(s)</source>
        <translation>
            <numerusform>Mais de %Ln execução</numerusform>
            <numerusform>Mais de %Ln execuções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s), 1 selected</source>
        <translation>
            <numerusform>%Ln execução, 1 selecionada</numerusform>
            <numerusform>%Ln execuções, 1 selecionada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln execução</numerusform>
            <numerusform>%Ln execuções</numerusform>
        </translation>
    </message>
    <message>
        <source>List of runs</source>
        <translation>Lista de execuções</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation>Executar fluxo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>run again</source>
        <translation>executar de novo</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>cancelar</translation>
    </message>
</context>
<context>
    <name>RunsWords</name>
    <message>
        <source>This run is being loaded</source>
        <translation>Esta execução está sendo carregada</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Novas tent.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Disparo</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlação</translation>
    </message>
    <message>
        <source>%1, next attempt in %2</source>
        <translation>%1, próxima tentativa em %2</translation>
    </message>
    <message>
        <source>%1, next attempt</source>
        <translation>%1, próxima tentativa</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>início %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 segundos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln retry(s)</source>
        <translation>
            <numerusform>%Ln nova tentativa</numerusform>
            <numerusform>%Ln novas tentativas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search, paste an ID, or run a command</source>
        <translation>Busque, cole um ID ou execute um comando</translation>
    </message>
</context>
<context>
    <name>SecretEditor</name>
    <message>
        <source>Show %1 while held</source>
        <translation>Mostrar %1 enquanto pressionado</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Find a setting</source>
        <translation>Buscar um ajuste</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>No setting fits. Clear the field above.</source>
        <translation>Nenhum ajuste corresponde. Limpe o campo acima.</translation>
    </message>
    <message>
        <source>For you, in every workspace</source>
        <translation>Pessoais, em todos os espaços de trabalho</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Restaurar %1</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>There is no view for %1</source>
        <translation>Não há visão para %1</translation>
    </message>
    <message>
        <source>The runs could not be listed</source>
        <translation>Não foi possível listar as execuções</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar comandos</translation>
    </message>
    <message>
        <source>Open the pasted execution ID</source>
        <translation>Abrir o ID de execução colado</translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation>Executar fluxo</translation>
    </message>
    <message>
        <source>Keys of this view</source>
        <translation>Teclas desta visão</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Todos os comandos</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>This is the first place</source>
        <translation>Este é o primeiro lugar</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>This is the last place</source>
        <translation>Este é o último lugar</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Próximo painel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Painel anterior</translation>
    </message>
    <message>
        <source>Copy the address of this view</source>
        <translation>Copiar o endereço desta visão</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Endereço copiado</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>O motor não responde</translation>
    </message>
    <message>
        <source>Engine and connection</source>
        <translation>Motor e conexão</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>Iniciar o motor</translation>
    </message>
    <message>
        <source>The engine runs already</source>
        <translation>O motor já está rodando</translation>
    </message>
    <message>
        <source>Stop engine</source>
        <translation>Parar o motor</translation>
    </message>
    <message>
        <source>The engine does not run</source>
        <translation>O motor não está rodando</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) still going</source>
        <translation>
            <numerusform>%n execução em andamento</numerusform>
            <numerusform>%n execuções em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Abrir um espaço de trabalho…</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema escuro</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Tema do sistema</translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation>Alternar entre hora local e UTC</translation>
    </message>
    <message>
        <source>This workspace has no flow</source>
        <translation>Este espaço de trabalho não tem fluxos</translation>
    </message>
    <message>
        <source>Copy the folder&apos;s path</source>
        <translation>Copiar o caminho da pasta</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Caminho copiado</translation>
    </message>
    <message>
        <source>Open a workspace: a folder with flows/&lt;system&gt;/&lt;flow&gt;.yaml</source>
        <translation>Abrir um espaço de trabalho: uma pasta com flows/&lt;sistema&gt;/&lt;fluxo&gt;.yaml</translation>
    </message>
    <message>
        <source>%1 has no folder named flows</source>
        <translation>%1 não tem uma pasta chamada flows</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Connected · %1 ms</source>
        <translation>Conectado · %1 ms</translation>
    </message>
    <message>
        <source>Time of the engine&apos;s last answer</source>
        <translation>Tempo da última resposta do motor</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is wrong in the workspace&apos;s files</source>
        <translation>Mostrar o que há de errado nos arquivos do espaço de trabalho</translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation>Alternar entre hora local e UTC</translation>
    </message>
    <message>
        <source>Batuta %1</source>
        <translation>Batuta %1</translation>
    </message>
    <message>
        <source>Switch between English and Portuguese</source>
        <translation>Alternar entre inglês e português</translation>
    </message>
</context>
<context>
    <name>StepInspector</name>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Inspector of the step</source>
        <translation>Inspetor da etapa</translation>
    </message>
    <message>
        <source>Open the flow</source>
        <translation>Abrir o fluxo</translation>
    </message>
    <message>
        <source>Part of the call</source>
        <translation>Parte da chamada</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>Copiar o que é mostrado</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Copiar como cURL</translation>
    </message>
    <message>
        <source>J / K next step</source>
        <translation>J / K próxima etapa</translation>
    </message>
    <message>
        <source>Parts of the step</source>
        <translation>Partes da etapa</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Conteúdo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Attempts %1</source>
        <translation>Tentativas %1</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>There is no recorded call.</source>
        <translation>Não há chamada registrada.</translation>
    </message>
    <message>
        <source>The run has no output.</source>
        <translation>A execução não tem saída.</translation>
    </message>
    <message>
        <source>The step has made no call.</source>
        <translation>A etapa não fez nenhuma chamada.</translation>
    </message>
    <message>
        <source>The call is under way.</source>
        <translation>A chamada está em andamento.</translation>
    </message>
    <message>
        <source>The record of the call is on its way.</source>
        <translation>O registro da chamada está a caminho.</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Não houve resposta.</translation>
    </message>
    <message>
        <source>No answer came: %1.</source>
        <translation>Não houve resposta: %1.</translation>
    </message>
    <message>
        <source>The call was copied as cURL; secrets are variables of the shell.</source>
        <translation>A chamada foi copiada como cURL; os segredos são variáveis do shell.</translation>
    </message>
</context>
<context>
    <name>TimeBrush</name>
    <message>
        <source>Overview of the whole time</source>
        <translation>Visão geral de todo o tempo</translation>
    </message>
    <message>
        <source>In view: from %1 to %2.</source>
        <translation>À vista: de %1 a %2.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>All commands</source>
        <translation>Todos os comandos</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Espaço de trabalho %1</translation>
    </message>
    <message>
        <source>Environment of this engine</source>
        <translation>Ambiente deste motor</translation>
    </message>
</context>
<context>
    <name>TraceBar</name>
    <message>
        <source>Critical path</source>
        <translation>Caminho crítico</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Mini graph</source>
        <translation>Minigrafo</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>cursor</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>TraceCanvas</name>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>attempts, critical</source>
        <translation>tentativas, crítico</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Hide the graph</source>
        <translation>Ocultar o grafo</translation>
    </message>
</context>
<context>
    <name>TraceHeader</name>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Back to Runs</source>
        <translation>Voltar a Execuções</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>Open the flow %1</source>
        <translation>Abrir o fluxo %1</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>No run is shown.</source>
        <translation>Nenhuma execução é mostrada.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>O motor está inacessível.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Executar de novo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>A execução terminou.</translation>
    </message>
    <message>
        <source>Cancel has been asked for.</source>
        <translation>O cancelamento já foi pedido.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Copy the execution_id</source>
        <translation>Copiar o execution_id</translation>
    </message>
    <message>
        <source>Request as cURL</source>
        <translation>Pedido como cURL</translation>
    </message>
    <message>
        <source>Command batuta run</source>
        <translation>Comando batuta run</translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation>Entrada em JSON</translation>
    </message>
    <message>
        <source>Read the run again</source>
        <translation>Ler a execução de novo</translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation>Ir para Execuções</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próxima etapa</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Etapa anterior</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Próxima falha</translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation>Falha anterior</translation>
    </message>
    <message>
        <source>Previous attempt</source>
        <translation>Tentativa anterior</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próxima tentativa</translation>
    </message>
    <message>
        <source>Go to the log lines</source>
        <translation>Ir para as linhas de log</translation>
    </message>
    <message>
        <source>Show or hide the critical path</source>
        <translation>Mostrar ou ocultar o caminho crítico</translation>
    </message>
    <message>
        <source>Show or hide attempts</source>
        <translation>Mostrar ou ocultar as tentativas</translation>
    </message>
    <message>
        <source>Show or hide the mini graph</source>
        <translation>Mostrar ou ocultar o minigrafo</translation>
    </message>
    <message>
        <source>Zoom out to the view before</source>
        <translation>Voltar ao zoom anterior</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Mostrar todo o tempo</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Mostrar ou ocultar o inspetor</translation>
    </message>
    <message>
        <source>Show or hide the log lines</source>
        <translation>Mostrar ou ocultar as linhas de log</translation>
    </message>
    <message>
        <source>There is no other failure in this direction.</source>
        <translation>Não há outra falha nesta direção.</translation>
    </message>
    <message>
        <source>There is no other step in this direction.</source>
        <translation>Não há outra etapa nesta direção.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Execução %1</translation>
    </message>
    <message>
        <source>No run has this id.</source>
        <translation>Nenhuma execução tem este id.</translation>
    </message>
    <message>
        <source>%1 does not run now, and the history of this workspace does not have it.</source>
        <translation>%1 não está em execução, e o histórico deste espaço de trabalho não a contém.</translation>
    </message>
    <message>
        <source>Cancel was asked for at %1.</source>
        <translation>O cancelamento foi pedido às %1.</translation>
    </message>
    <message>
        <source>Steps under way are being stopped; the run is not over yet.</source>
        <translation>As etapas em andamento estão sendo paradas; a execução ainda não terminou.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>A execução foi cancelada.</translation>
    </message>
    <message>
        <source>The run ended by itself before that had an effect.</source>
        <translation>A execução terminou sozinha antes que isso tivesse efeito.</translation>
    </message>
</context>
<context>
    <name>TraceText</name>
    <message>
        <source>The body is not text: %1 are not shown.</source>
        <translation>O corpo não é texto: %1 não são mostrados.</translation>
    </message>
    <message>
        <source>The body is cut: the record keeps %1 of %2.</source>
        <translation>O corpo está cortado: o registro guarda %1 de %2.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Último resultado</translation>
    </message>
    <message>
        <source>Share of run</source>
        <translation>Parte do total</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Se falhar</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Caminho crítico</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Disparo</translation>
    </message>
    <message>
        <source>Route rule</source>
        <translation>Regra de rota</translation>
    </message>
    <message>
        <source>Flow version</source>
        <translation>Versão do fluxo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Parent run</source>
        <translation>Execução pai</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 m %2 s</translation>
    </message>
    <message numerus="yes">
        <source>All %n attempt(s) got HTTP %1.</source>
        <translation>
            <numerusform>A %n tentativa recebeu HTTP %1.</numerusform>
            <numerusform>As %n tentativas receberam HTTP %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) failed; the last one with: %1.</source>
        <translation>
            <numerusform>%n tentativa falhou; a última com: %1.</numerusform>
            <numerusform>%n tentativas falharam; a última com: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The call got HTTP %1.</source>
        <translation>A chamada recebeu HTTP %1.</translation>
    </message>
    <message>
        <source>The step failed, and its record gives no reason.</source>
        <translation>A etapa falhou, e o registro não diz o motivo.</translation>
    </message>
    <message>
        <source>The step failed: %1.</source>
        <translation>A etapa falhou: %1.</translation>
    </message>
    <message>
        <source>The flow went on: on_failure is continue.</source>
        <translation>O fluxo continuou: on_failure é continue.</translation>
    </message>
    <message>
        <source>The flow was aborted: on_failure is abort.</source>
        <translation>O fluxo foi interrompido: on_failure é abort.</translation>
    </message>
    <message>
        <source>The steps that need it were skipped.</source>
        <translation>As etapas que dependem dela foram ignoradas.</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>começa em %1</translation>
    </message>
    <message>
        <source>lasts %1</source>
        <translation>dura %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n tentativa</numerusform>
            <numerusform>%n tentativas</numerusform>
        </translation>
    </message>
    <message>
        <source>on critical path</source>
        <translation>no caminho crítico</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>after a wait of %1</source>
        <translation>após uma espera de %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 segundos</translation>
    </message>
    <message>
        <source>%1 then %2</source>
        <translation>%1, depois %2</translation>
    </message>
    <message>
        <source>The step was skipped, and its record gives no reason.</source>
        <translation>A etapa foi ignorada, e o registro não diz o motivo.</translation>
    </message>
    <message>
        <source>The step did not run. %1.</source>
        <translation>A etapa não foi executada. %1.</translation>
    </message>
    <message>
        <source>The step was running when the execution was cancelled.</source>
        <translation>A etapa estava em execução quando a execução foi cancelada.</translation>
    </message>
    <message>
        <source>The execution was cancelled before the step began.</source>
        <translation>A execução foi cancelada antes de a etapa começar.</translation>
    </message>
    <message>
        <source>Attempt %1 ended with %2. The next one follows after a wait.</source>
        <translation>A tentativa %1 terminou com %2. A próxima vem após uma espera.</translation>
    </message>
    <message>
        <source>It ended well at attempt %1. The one before ended with %2.</source>
        <translation>Terminou bem na tentativa %1. A anterior terminou com %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) had ended before.</source>
        <translation>
            <numerusform>%n etapa tinha terminado antes.</numerusform>
            <numerusform>%n etapas tinham terminado antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running step(s) were stopped.</source>
        <translation>
            <numerusform>%n etapa em execução foi parada.</numerusform>
            <numerusform>%n etapas em execução foram paradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) never started.</source>
        <translation>
            <numerusform>%n etapa não chegou a começar.</numerusform>
            <numerusform>%n etapas não chegaram a começar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection was already open.</source>
        <translation>A conexão já estava aberta.</translation>
    </message>
    <message>
        <source>Run of %1, %2, lasts %3</source>
        <translation>Execução de %1, %2, dura %3</translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %2, %n step(s), lasts %3</source>
        <translation>
            <numerusform>Grupo %1, %2, %n etapa, dura %3</numerusform>
            <numerusform>Grupo %1, %2, %n etapas, dura %3</numerusform>
        </translation>
    </message>
    <message>
        <source>backoff %1</source>
        <translation>espera %1</translation>
    </message>
    <message>
        <source>%1 ok</source>
        <translation>ok: %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>com falha: %1</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>ignoradas: %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>canceladas: %1</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>em execução: %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>aguardando: %1</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>na fila: %1</translation>
    </message>
    <message>
        <source>Wait for a connection: %1</source>
        <translation>Espera por uma conexão: %1</translation>
    </message>
    <message>
        <source>Name lookup (DNS): %1</source>
        <translation>Busca do nome (DNS): %1</translation>
    </message>
    <message>
        <source>Connect: %1</source>
        <translation>Conexão: %1</translation>
    </message>
    <message>
        <source>TLS: %1</source>
        <translation>TLS: %1</translation>
    </message>
    <message>
        <source>First byte: %1</source>
        <translation>Primeiro byte: %1</translation>
    </message>
    <message>
        <source>Transfer: %1</source>
        <translation>Recepção: %1</translation>
    </message>
</context>
<context>
    <name>TraceTree</name>
    <message>
        <source>Steps of the run</source>
        <translation>Etapas da execução</translation>
    </message>
</context>
<context>
    <name>UnreachableStrip</name>
    <message>
        <source>Engine unreachable</source>
        <translation>Motor inacessível</translation>
    </message>
    <message>
        <source>Showing data from %1, %2 old. %3</source>
        <translation>Dados de %1, de %2 atrás. %3</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Flows</source>
        <translation>Fluxos</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
</context>
<context>
    <name>WaterfallView</name>
    <message>
        <source>Waterfall</source>
        <translation>Cascata</translation>
    </message>
    <message>
        <source>Bars over time for the rows of the list of steps, which says the same in words.</source>
        <translation>Barras no tempo para as linhas da lista de etapas, que diz o mesmo em palavras.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Welcome to Batuta</source>
        <translation>Boas-vindas ao Batuta</translation>
    </message>
    <message>
        <source>Run flows, watch them live, trace every step.</source>
        <translation>Executar fluxos, acompanhar ao vivo, rastrear cada etapa.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espaço de trabalho</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funções</translation>
    </message>
    <message>
        <source>Start from a flow</source>
        <translation>Começar por um fluxo</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>The engine %1 runs inside this window, with a history of its own.</source>
        <translation>O motor %1 roda dentro desta janela, com um histórico próprio.</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>O motor está iniciando.</translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s) in %1. Batuta follows this folder and never rewrites what it does not understand.</source>
        <translation>
            <numerusform>%n fluxo em %1. O Batuta acompanha esta pasta e nunca reescreve o que não entende.</numerusform>
            <numerusform>%n fluxos em %1. O Batuta acompanha esta pasta e nunca reescreve o que não entende.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sandbox plays the ten ML functions on this computer: flows run without a cloud account. It ends with this window.</source>
        <translation>O sandbox faz as vezes das dez funções de ML neste computador: os fluxos rodam sem conta na nuvem. Ele termina com esta janela.</translation>
    </message>
    <message>
        <source>Flows call the functions whose addresses stand in this workspace&apos;s .env.</source>
        <translation>Os fluxos chamam as funções cujos endereços estão no .env deste espaço de trabalho.</translation>
    </message>
    <message>
        <source>they run against the sandbox</source>
        <translation>rodam com o sandbox</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Sucesso</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Critical error</source>
        <translation>Erro crítico</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Não executada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompida</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>É executada</translation>
    </message>
    <message>
        <source>Is skipped</source>
        <translation>É ignorada</translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation>Fica de fora</translation>
    </message>
    <message>
        <source>Depends on results</source>
        <translation>Depende de resultados</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Definir</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>Subfluxo</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Other flows</source>
        <translation>Outros fluxos</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 m %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 m</translation>
    </message>
</context>
<context>
    <name>batuta::views::FlowGraph</name>
    <message>
        <source>unless %1</source>
        <translation>exceto se %1</translation>
    </message>
    <message>
        <source>unless %1, and more</source>
        <translation>exceto se %1, e mais</translation>
    </message>
    <message>
        <source>%1, %2 step, id %3</source>
        <translation>%1, etapa %2, id %3</translation>
    </message>
    <message>
        <source>selected</source>
        <comment>a step of the graph</comment>
        <translation>selecionada</translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>steps that come before</comment>
        <translation>De %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>steps that come after</comment>
        <translation>Para %1</translation>
    </message>
</context>
<context>
    <name>batuta::views::FlowInspector</name>
    <message>
        <source>body</source>
        <translation>corpo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Chamada</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Connects within</source>
        <translation>Conecta em até</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>for</source>
        <translation>por</translation>
    </message>
    <message>
        <source>until</source>
        <translation>até</translation>
    </message>
    <message>
        <source>Sub-flow</source>
        <translation>Subfluxo</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>Log line</source>
        <translation>Linha de log</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Critérios</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Parar a execução</translation>
    </message>
    <message>
        <source>Skip what needs it</source>
        <translation>Ignorar o que depende dela</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sem conexão</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>tempo esgotado</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Tempo limite</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Se falhar</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>1, no retry</source>
        <translation>1, sem nova tentativa</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>1ª espera</translation>
    </message>
    <message>
        <source>Grows by</source>
        <translation>Fator</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Maior espera</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Variação</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>None</source>
        <comment>jitter</comment>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Retried on</source>
        <translation>Tenta de novo</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condições</translation>
    </message>
    <message>
        <source>runs if</source>
        <translation>executa se</translation>
    </message>
    <message>
        <source>skipped if</source>
        <translation>ignorada se</translation>
    </message>
    <message>
        <source>The reason given is: %1</source>
        <translation>O motivo dado é: %1</translation>
    </message>
    <message>
        <source>needs key</source>
        <translation>exige a chave</translation>
    </message>
    <message>
        <source>The step is skipped when the environment does not have it.</source>
        <translation>A etapa é ignorada quando o ambiente não a tem.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obrigatório</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>segredo</translation>
    </message>
    <message>
        <source>Runs after all other steps, whatever happened.</source>
        <translation>Executa depois de todas as outras etapas, aconteça o que acontecer.</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Depende de</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Prazo</translation>
    </message>
    <message>
        <source>Steps at once</source>
        <translation>Etapas por vez</translation>
    </message>
    <message>
        <source>Repeated requests</source>
        <translation>Pedidos repetidos</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dentro de</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>O que acontece</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Recusado</translation>
    </message>
    <message>
        <source>Logged, runs all the same</source>
        <translation>Registrado, executa assim mesmo</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
</context>
<context>
    <name>batuta::views::GroupItem</name>
    <message>
        <source>when %1</source>
        <translation>quando %1</translation>
    </message>
</context>
<context>
    <name>batuta::views::StepItem</name>
    <message>
        <source>%1, finally</source>
        <translation>%1, ao final</translation>
    </message>
</context>
</TS>
