/** Given names from many places that the language library does not know, or whose bearer it does not know. */
const SHE =
  'Amara Priya Leila Suki Anouk Freya Hana Esme Aisha Fatima Zahra Yara Noor Layla Mei Ling Sakura Hanako Aiko Emi Ingrid Astrid Saga Elin Maja Greta Lotte Frieda Paula Lena Lina Mina Nia Zuri Imani Makena Ayana Adaeze Ngozi Chioma Thandi Ana Carla Lucia Paloma Sofia Camila Valentina Ximena Chiara Giulia Bianca Aurelie Chloe Manon Elodie Saoirse Niamh Aoife Siobhan Ottilie Tilly Nell Elsie Mabel Edie Kiara Anika Asha Meera Lakshmi Devi Rani Tara Indira Zoya Anya Katya Masha Olga Zofia Kasia Hanna Aino Nova Luna Bella Daisy Rosie Poppy Ivy Hazel Violet Lily Rose Ruby Pearl Jasmine Wren Juno Maya Ella Emma Mia Zoe Ada Nora Jess Ursula'.split(
    ' ',
  );
const HE =
  'Kofi Kwame Jabari Tunde Emeka Chidi Sipho Thabo Amir Omar Hassan Yusuf Karim Rashid Tariq Bilal Idris Ravi Arjun Rohan Vikram Dev Kabir Anand Sanjay Hiro Kenji Yuto Haruto Wei Jun Ming Bao Minh Duc Jin Matteo Luca Marco Giovanni Enzo Diego Mateo Pablo Javier Rafael Santiago Thiago Joao Luis Emil Lars Sven Bjorn Nils Anders Henrik Otto Fritz Karl Jonas Lukas Felix Finn Leo Theo Hugo Jules Remy Luc Mathis Cillian Oisin Declan Ronan Angus Hamish Callum Rory Ivan Misha Sasha Dmitri Yuri Piotr Jakub Jack Max Sam Ben Tom Tim Dan Bill Will Mark Noah Kai Rex Milo Benny Wendell Alaric Zog'.split(
    ' ',
  );

const GENDER = new Map<string, 'she' | 'he'>([
  ...SHE.map((name) => [name.toLowerCase(), 'she'] as const),
  ...HE.map((name) => [name.toLowerCase(), 'he'] as const),
]);

export function genderOfName(name: string): 'she' | 'he' | undefined {
  return GENDER.get(name.toLowerCase());
}
