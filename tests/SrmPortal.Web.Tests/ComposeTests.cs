using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using SrmPortal.Web.Infrastructure.StartUp;
using YamlDotNet.RepresentationModel;

namespace SrmPortal.Web.Tests;

/// <summary>docker-compose.yml starts the portal as in production; here it is read, as no container runs beside the tests.</summary>
public sealed class ComposeTests
{
    private static readonly YamlMappingNode Compose = Read();

    [Fact]
    public void It_starts_the_application_a_database_and_a_mail_server_and_looks_after_their_health()
    {
        var services = Map(Compose, "services");

        Assert.Equal(["database", "mail", "migrate", "web"], services.Children.Keys.Select(name => name.ToString()).Order());
        Assert.All(["web", "database", "mail"], name => Assert.True(Map(services, name).Children.ContainsKey("healthcheck"), name));
        Assert.StartsWith("mcr.microsoft.com/mssql/server:2022", Map(services, "database")["image"].ToString(), StringComparison.Ordinal);
        Assert.Contains("mailpit", Map(services, "mail")["image"].ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Root(), Map(Map(services, "web"), "build")["dockerfile"].ToString())));
    }

    [Fact]
    public void What_must_last_lies_in_named_volumes()
    {
        var named = Map(Compose, "volumes").Children.Keys.Select(name => name.ToString()).ToArray();

        Assert.All(["web", "database", "mail"], service => Assert.Contains(
            ((YamlSequenceNode)Map(Map(Compose, "services"), service)["volumes"]).Select(volume => volume.ToString().Split(':')[0]), named.Contains));
    }

    [Fact]
    public void Every_secret_comes_from_the_environment()
    {
        var secrets = Map(Compose, "services").Children.Values.Cast<YamlMappingNode>()
            .SelectMany(service => Map(service, "environment").Children)
            .Where(setting => setting.Key.ToString().Contains("PASSWORD", StringComparison.OrdinalIgnoreCase)
                || setting.Value.ToString().Contains("Password=", StringComparison.OrdinalIgnoreCase)).ToArray();

        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.Matches(@"\$\{[A-Z_]+:\?", secret.Value.ToString()));
    }

    [Fact]
    public void The_application_gets_every_setting_without_which_it_refuses_to_start()
    {
        var given = Map(Map(Map(Compose, "services"), "web"), "environment").Children.Keys.Select(name => name.ToString().Replace("__", ":", StringComparison.Ordinal));

        var required = Required();
        Assert.True(required.Length > 12);
        Assert.Empty(required.Except(given));
    }

    /// <summary>What a portal without any setting asks for.</summary>
    internal static string[] Required() =>
    [
        .. StartUpCheck.WhatStandsInTheWay(new ConfigurationBuilder().Build(), isDevelopment: false)
            .Select(fault => fault.Split(" is not set: ")).Where(parts => parts.Length > 1).Select(parts => parts[0]),
    ];

    private static YamlMappingNode Map(YamlMappingNode node, string name) => (YamlMappingNode)node[name];

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(Root(), "docker-compose.yml"));
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath("../../", Path.GetDirectoryName(path)!);
}
